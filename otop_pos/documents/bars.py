"""Barcodes as vectors: python-barcode says which modules are dark, one path draws them all."""

import re
from dataclasses import dataclass
from functools import lru_cache

from otop_pos.documents.sheet import MM, Sheet

DOT = 25.4 / 203 * MM
"""One dot of a thermal printer, in points. Modules of whole dots stay sharp."""
_RUN = re.compile("1+")


@lru_cache(maxsize=4096)
def ean13_bars(code: str) -> str:
    """95 modules, '1' dark, without quiet zones, for thirteen digits with the right last one."""
    from barcode.ean import EuropeanArticleNumber13

    return str(EuropeanArticleNumber13(code).build()[0])


@lru_cache(maxsize=4096)
def code128_bars(text: str) -> str:
    """Modules of Code 128 (ISO/IEC 15417) for ASCII text, without quiet zones."""
    from barcode.codex import Code128

    return str(Code128(text).build()[0])


def bars_operators(bars: str, corner: tuple[float, float], module: float, height: float) -> str:
    """Bars from their bottom left corner (x, points above the origin); `module` is the narrowest one's width."""
    x, up = corner
    return f"q 0 g {module:.4f} 0 0 {height:.3f} {x:.3f} {up:.3f} cm {_path(bars)} f Q"


@lru_cache(maxsize=4096)
def _path(bars: str) -> str:
    """Rectangles in units of one module; the caller's matrix makes them points."""
    return " ".join(f"{run.start()} 0 {run.end() - run.start()} 1 re" for run in _RUN.finditer(bars))


@dataclass(frozen=True, slots=True)
class ReceiptBars:
    """A block with a document number as Code 128, centred, on whole printer dots where there is room."""

    text: str
    bar_height: float = 10 * MM

    def height(self, width: float) -> float:
        return self.bar_height

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        bars = code128_bars(self.text)
        module = min(2 * DOT, width / len(bars))
        left = x + (width - len(bars) * module) / 2
        corner = round(left / DOT) * DOT, sheet.height - y - self.bar_height
        sheet.operators(bars_operators(bars, corner, module, self.bar_height))
