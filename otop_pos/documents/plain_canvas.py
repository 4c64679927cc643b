"""ReportLab's canvas without what our papers do not want in the file. Imported only when paper is made."""

from datetime import datetime
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFZCompress
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
