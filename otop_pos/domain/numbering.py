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
