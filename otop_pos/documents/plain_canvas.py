"""ReportLab's canvas without what our papers do not want in the file. Imported only when paper is made."""

import hashlib
import io
from datetime import datetime
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFImageXObject, PDFZCompress
from reportlab.pdfgen.canvas import Canvas


class PlainCanvas(Canvas):  # type: ignore[misc]
    """No Helvetica (every font is embedded), no ASCII-85 around the compressed streams, the paper's own time."""

    def __init__(self, file: Any, language: str, at: datetime | None) -> None:
        super().__init__(file, pageCompression=0, invariant=1, lang=language, pdfVersion=(1, 5))
        self._doc.defaultStreamFilters = [PDFZCompress]
        if at is not None:
            self._doc._timeStamp = _stamp(at)
        self.setViewerPreference("DisplayDocTitle", "true")

    def _make_preamble(self) -> None:
        self._preamble = ""

    def photo(self, jpeg: bytes) -> str:
        """The name by which the page's operators paint a JPEG; each is in the file once, as it is. "" for one
        of a kind that PDF does not know."""
        name = hashlib.sha256(jpeg).hexdigest()[:32]
        registered: str = self._doc.getXObjectName(name)
        if registered not in self._doc.idToObject:
            image = PDFImageXObject(name)
            if not image.loadImageFromJPEG(io.BytesIO(jpeg)):
                return ""
            image.streamContent, image._filters = jpeg, ("DCTDecode",)  # not in ASCII-85: a quarter smaller
            self._doc.Reference(image, registered)
            self._doc.addForm(name, image)
        if name not in self._formsinuse:
            self._formsinuse.append(name)
        return registered

    def embed(self, font: Any) -> None:
        """`font` writes its objects when the document is written."""
        self._doc.delayedFonts.append(font)


def _stamp(at: datetime) -> TimeStamp:
    """The same paper is the same file to the byte, whenever it is printed: its time is the document's."""
    stamp = TimeStamp(invariant=1)
    stamp.t, stamp.lt = at.timestamp(), at.timetuple()
    stamp.YMDhms = stamp.lt[:6]
    offset = at.utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    stamp.dhh, stamp.dmm = divmod(minutes, 60)
    return stamp
