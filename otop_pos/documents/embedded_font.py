"""One weight of Sarabun inside one PDF: which codes it uses, and the PDF objects that explain them.

Every cluster has one code, and ToUnicode says the very characters it was shaped from: what is copied or
searched is what was written, in any reader, without the /ActualText that some of them ignore.
ReportLab's own TTFont cannot do this: it numbers shaped glyphs in the private use area and says so in
ToUnicode, and tone marks are lost.
"""

from collections.abc import Iterable
from typing import Any

from otop_pos.documents.font_program import build_program, glyph_count
from otop_pos.documents.typeface import ASCENT, DESCENT, Cluster, Face, Parts, Weight, face, shape

_BLOCK = 100
"""Entries a CMap block may hold (Adobe Technical Note 5014)."""


class EmbeddedFont:
    """Made new for each document. ReportLab calls `addObjects` when the document is written."""

    def __init__(self, weight: Weight, name: str) -> None:
        self.name = name
        self._face: Face = face(weight)
        self._codes: dict[tuple[str, Parts], str] = {}
        self._clusters: dict[int, Cluster] = {}
        self._composites: list[Cluster] = []
        self._shown: dict[str, str] = {}

    def show(self, text: str) -> str:
        """PDF operators that show the text at the current text position."""
        operators = self._shown.get(text)
        if operators is None:
            operators = self._shown[text] = self._operators(shape(text, self._face.weight))
        return operators

    def _operators(self, clusters: Iterable[Cluster]) -> str:
        pieces, codes = [], ""
        for cluster in clusters:
            codes += self._code(cluster)
            if cluster.advance != cluster.width:  # kerning
                pieces.append(f"<{codes}>{cluster.width - cluster.advance}")
                codes = ""
        if not pieces:
            return f"<{codes}>Tj"
        return f"[{''.join(pieces)}<{codes}>]TJ"

    def _code(self, cluster: Cluster) -> str:
        """Four hex digits, as the page shows them."""
        key = cluster[:2]  # text and parts: kerning is not the glyph's
        code = self._codes.get(key)
        if code is None:
            number = self._new_code(cluster)
            self._clusters[number] = cluster
            code = self._codes[key] = f"{number:04X}"
        return code

    def _new_code(self, cluster: Cluster) -> int:
        """The glyph's own id where it stands alone for its own text, else the next composite."""
        glyph, x, y = cluster.parts[0]
        if len(cluster.parts) == 1 and x == y == 0 and glyph and glyph not in self._clusters:
            return glyph
        self._composites.append(cluster)
        return glyph_count(self._face) + len(self._composites) - 1

    def addObjects(self, document: Any) -> None:
        """ReportLab's name and signature; the page's resources then know the font as `self.name`."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(self._base),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(self._descendant(document))]),
            "ToUnicode": document.Reference(PDFStream(content=self._to_unicode())),
        }
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(PDFDictionary(font))

    def _descendant(self, document: Any) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(self._base),
                "CIDSystemInfo": PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
                "CIDToGIDMap": PDFName("Identity"),
                "FontDescriptor": document.Reference(self._descriptor(document)),
                "W": PDFArray(self._widths(PDFArray)),
            }
        )

    def _descriptor(self, document: Any) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

        own = {code for code in self._clusters if code < glyph_count(self._face)}
        program = PDFStream(content=build_program(self._face, own, self._composites))
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(self._base),
                "Flags": 4,  # symbolic: codes are glyph ids, no standard encoding
                "FontBBox": PDFArray([-600, -400, 1600, 1600]),
                "ItalicAngle": 0,
                "Ascent": ASCENT,
                "Descent": -DESCENT,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": document.Reference(program),
            }
        )

    @property
    def _base(self) -> str:
        """PDF's name of a subset: six letters and the font's own name."""
        return f"OTOPPO+{self._face.file.stem}"

    def _widths(self, array: Any) -> list[Any]:
        widths: list[Any] = []
        for code in sorted(self._clusters):
            widths += [code, array([self._clusters[code].width])]
        return widths

    def _to_unicode(self) -> str:
        entries = [
            f"<{code:04X}> <{self._clusters[code].text.encode('utf-16-be').hex().upper()}>"
            for code in sorted(self._clusters)
        ]
        blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
        maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return _CMAP.format(maps=maps)


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{maps}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
