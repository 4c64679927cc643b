"""What a lost quantity credits its producer, and how notes are numbered."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.count import Count, CountLine, CountState
from otop_pos.domain.identity import new_id
from otop_pos.domain.numbering import DOCUMENT_SERIES
from otop_pos.domain.product import Product
from otop_pos.domain.stock import Bucket
from otop_pos.domain.stock_note import NOTE_SERIES, NoteKind, compensation_of
from otop_pos.domain.stock_row import StockRow


@pytest.mark.parametrize(
    ("qty", "agreed_value", "policy", "credit"),
    [
        (2_000, 60_000, Bearer.CENTRE, 120_000),
        (2_000, 60_001, Bearer.SHARED, 60_001),
        (1_000, 60_001, Bearer.SHARED, 30_001),
        (2_000, 60_000, Bearer.PRODUCER, 0),
        (1_255, 42_000, Bearer.CENTRE, 52_710),
        (1, 1_499, Bearer.CENTRE, 1),
        (1_000, 0, Bearer.CENTRE, 0),
    ],
)
def test_a_loss_is_credited_as_agreed(qty: int, agreed_value: int, policy: Bearer, credit: int) -> None:
    assert compensation_of(qty, agreed_value, policy) == credit


@given(st.integers(0, 99_999_000), st.integers(0, 10_000_000))
def test_the_audit_counts_the_same(qty: int, agreed_value: int) -> None:
    """The whole numbers of the invariant in SQL."""
    whole = (qty * agreed_value + 500) // 1000
    assert compensation_of(qty, agreed_value, Bearer.CENTRE) == whole
    assert compensation_of(qty, agreed_value, Bearer.SHARED) == (whole + 1) // 2


def test_every_kind_of_note_has_a_series_of_its_own() -> None:
    assert set(NOTE_SERIES) == set(NoteKind)
    marks = [DOCUMENT_SERIES[name].mark for name in NOTE_SERIES.values()]
    assert len(set(marks)) == len(marks)


def line(counted: int | None, moved: int = 0) -> CountLine:
    return CountLine(1, "2000000000015", Product("P000001", "ผ้า"), "กลุ่ม", Bucket.SELLABLE, 5_000, counted, moved)


@pytest.mark.parametrize(
    ("counted", "moved", "difference"),
    [(None, 0, None), (5_000, 0, 0), (3_000, -2_000, 0), (3_000, 0, -2_000), (6_000, 0, 1_000), (0, 1_000, -6_000)],
)
def test_what_was_sold_meanwhile_is_no_difference(counted: int | None, moved: int, difference: int | None) -> None:
    assert line(counted, moved).difference == difference


def test_a_count_knows_what_is_left_to_count() -> None:
    lines = (line(None), line(0), line(5_000))
    count = Count(new_id(), "CM-CS690000001", "นับ", CountState.OPEN, datetime(2026, 11, 22, tzinfo=UTC), "ศิริพร", lines)
    assert count.left == 1


def test_a_row_of_the_shelf_adds_up_its_places() -> None:
    row = StockRow(1, "P000001", "ผ้า", "Cloth", "กลุ่ม", 1, 3_000, 2_000, 1_000)
    assert (row.here, row.name) == (6_000, "ผ้า")
