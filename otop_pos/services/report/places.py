"""What each tambon, amphoe and province sold."""

from datetime import date
from typing import Literal

from sqlalchemy.orm import Session

from otop_pos.db.models import SaleLineRow
from otop_pos.db.query import query
from otop_pos.domain.listing import Chart, Heading, Kind, Listing, Row, Words, share_of, sum_row
from otop_pos.domain.period import Period
from otop_pos.services.report.sources import TOTAL, Maker, makers_of, sales_by, shares_by

Level = Literal["tambon", "amphoe", "province"]
_LEVELS: tuple[Level, ...] = ("tambon", "amphoe", "province")
_HEADS = {
    "tambon": Heading(Words("ตำบล", "Sub-district"), share=3),
    "amphoe": Heading(Words("อำเภอ", "District"), share=3),
    "province": Heading(Words("จังหวัด", "Province"), share=3),
}
_TITLES = {
    "tambon": Words("ยอดขายตามตำบล", "Sales by sub-district"),
    "amphoe": Words("ยอดขายตามอำเภอ", "Sales by district"),
    "province": Words("ยอดขายตามจังหวัด", "Sales by province"),
}
_UNKNOWN = Words("ไม่ระบุ", "Not said")


@query
def by_tambon(session: Session, period: Period, on: date) -> Listing:
    return _by_place(session, period, on, "tambon")


@query
def by_amphoe(session: Session, period: Period, on: date) -> Listing:
    return _by_place(session, period, on, "amphoe")


@query
def by_province(session: Session, period: Period, on: date) -> Listing:
    return _by_place(session, period, on, "province")


def _by_place(session: Session, period: Period, on: date, level: Level) -> Listing:
    """A place is its name with those of the larger ones around it: many tambons are called บ้านใหม่."""
    makers = makers_of(session)
    sales = sales_by(session, SaleLineRow.producer_id, period)
    shares = shares_by(session, "producer_id", period)
    named = _LEVELS[_LEVELS.index(level) :]
    headings = (
        *(_HEADS[each] for each in named),
        Heading(Words("ผู้ผลิต (ราย)", "Producers"), Kind.COUNT),
        Heading(Words("ยอดขายสุทธิ", "Net sales"), Kind.MONEY),
        Heading(Words("สัดส่วน", "Share"), Kind.PERCENT),
        Heading(Words("ผู้ผลิตได้", "Due to producers"), Kind.MONEY),
    )
    figures: dict[tuple[str, ...], list[int]] = {}
    names: dict[tuple[str, ...], tuple[Words, ...]] = {}
    for key in {*sales, *shares}:
        place = _place(makers[key], named)
        same = tuple(each.th for each in place)
        names[same] = max(names.get(same, place), place, key=lambda words: sum(bool(each.en) for each in words))
        more = (1, sales.get(key, (0,))[0], shares[key].due if key in shares else 0)
        figures[same] = [old + new for old, new in zip(figures.get(same, [0, 0, 0]), more, strict=True)]
    whole = sum(net for _count, net, _due in figures.values())
    rows: list[Row] = [
        (*names[same], count, net, share_of(net, whole), due)
        for same, (count, net, due) in sorted(figures.items(), key=lambda each: (-each[1][1], each[0]))
    ]
    totals = sum_row(headings, rows, TOTAL) if rows else ()
    chart = Chart(0, len(named) + 1)
    return Listing(f"by_{level}", _TITLES[level], on, headings, tuple(rows), period, totals, chart)


def _place(maker: Maker, named: tuple[Level, ...]) -> tuple[Words, ...]:
    parts = {"tambon": maker.tambon, "amphoe": maker.amphoe, "province": maker.province}
    return tuple(parts[each] if parts[each].said("th") else _UNKNOWN for each in named)
