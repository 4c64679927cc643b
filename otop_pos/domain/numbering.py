"""Document numbers: one gapless series per till (or shop), kind of document and Buddhist year."""

from dataclasses import dataclass
from datetime import date

BUDDHIST_ERA = 543


@dataclass(frozen=True, slots=True)
class Series:
    """`mark` stands before the digits, so that a refund is never taken for a sale."""

    kind: str
    mark: str
    is_per_till: bool


DOCUMENT_SERIES = {
    "SALE": Series("SALE", "", True),
    "REFUND": Series("REFUND", "R", True),
    "GRN": Series("GRN", "G", False),
    "LOT": Series("LOT", "", False),
    "NOTE_MOVE": Series("NOTE_MOVE", "MV", False),
    "NOTE_RET": Series("NOTE_RET", "RT", False),
    "NOTE_LOSS": Series("NOTE_LOSS", "LS", False),
    "NOTE_FOUND": Series("NOTE_FOUND", "FD", False),
    "NOTE_DON": Series("NOTE_DON", "DN", False),
    "NOTE_COUNT": Series("NOTE_COUNT", "CN", False),
    "NOTE_FIX": Series("NOTE_FIX", "CR", False),
    "NOTE_SOLVE": Series("NOTE_SOLVE", "RS", False),
    "COUNT": Series("COUNT", "CS", False),
    "VOUCHER": Series("VOUCHER", "PV", False),
    "BATCH": Series("BATCH", "PB", False),
    "WHT": Series("WHT", "WT", False),
}


def series_year(on: date) -> int:
    """Two digits of the Buddhist year: 2026 → 69. Numbers start anew with it."""
    return (on.year + BUDDHIST_ERA) % 100


def till_document_no(series: Series, till: str, epoch: int, year: int, number: int) -> str:
    """CM01-1-690004512; the epoch changes after a restore, so no printed number comes twice."""
    return f"{till}-{epoch}-{series.mark}{year:02d}{number:07d}"


def shop_document_no(series: Series, shop: str, year: int, number: int) -> str:
    """CM-G690000042."""
    return f"{shop}-{series.mark}{year:02d}{number:07d}"


def statement_no(producer: str, number: int) -> str:
    """CM-0042-S0007: per producer, for ever."""
    return f"{producer}-S{number:04d}"
