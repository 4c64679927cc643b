"""Document numbers and their Buddhist years."""

from datetime import date

import pytest

from otop_pos.domain.numbering import DOCUMENT_SERIES, series_year, shop_document_no, till_document_no


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 12, 31), 69), (date(2027, 1, 1), 70), (date(2056, 6, 1), 99), (date(2057, 1, 1), 0)]
)
def test_a_series_starts_anew_with_the_buddhist_year(day: date, year: int) -> None:
    assert series_year(day) == year


@pytest.mark.parametrize(
    ("kind", "epoch", "year", "number", "text"),
    [
        ("SALE", 1, 69, 4_512, "CM01-1-690004512"),
        ("REFUND", 1, 69, 12, "CM01-1-R690000012"),
        ("SALE", 2, 0, 1, "CM01-2-000000001"),
        ("SALE", 1, 69, 9_999_999, "CM01-1-699999999"),
    ],
)
def test_a_till_document_is_numbered(kind: str, epoch: int, year: int, number: int, text: str) -> None:
    assert till_document_no(DOCUMENT_SERIES[kind], "CM01", epoch, year, number) == text


def test_a_delivery_is_numbered_for_the_whole_shop() -> None:
    series = DOCUMENT_SERIES["GRN"]
    assert not series.is_per_till
    assert shop_document_no(series, "CM", 69, 42) == "CM-G690000042"


def test_a_refund_is_never_taken_for_a_sale() -> None:
    numbers = {till_document_no(DOCUMENT_SERIES[kind], "CM01", 1, 69, 1) for kind in ("SALE", "REFUND")}
    assert len(numbers) == 2
