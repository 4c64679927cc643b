"""The barcode of a label: EAN-13 between 80 and 100 %, Code 128 where there is less room."""

from otop_pos.documents.bars import bars_operators, code128_bars, ean13_bars
from otop_pos.documents.sheet import MM
from otop_pos.domain.barcode import is_ean13

FULL_WIDTH = 37.29 * MM
"""EAN-13 at 100 % with its quiet zones (GS1 General Specifications: X = 0.33 mm)."""
LEAST_WIDTH = 0.8 * FULL_WIDTH
_QUIET_LEFT, _QUIET_RIGHT = 11, 7
_QUIET_128 = 10


def label_bars(code: str, corner: tuple[float, float], width: float, height: float) -> str:
    """Operators for the bars in the middle of `width` points, quiet zones included, up from the lower left corner."""
    if is_ean13(code) and width >= LEAST_WIDTH:
        bars, quiet = ean13_bars(code), (_QUIET_LEFT, _QUIET_RIGHT)
        used = min(width, FULL_WIDTH)
    else:
        bars, quiet = code128_bars(code), (_QUIET_128, _QUIET_128)
        used = width
    module = used / (len(bars) + sum(quiet))
    left = corner[0] + (width - used) / 2 + quiet[0] * module
    return bars_operators(bars, (left, corner[1]), module, height)
