"""How the sales of each producer grow, for the officers of their district."""

from datetime import date

from sqlalchemy.orm import Session

from otop_pos.db.models import SaleLineRow
from otop_pos.db.query import query
from otop_pos.domain.listing import BASIS_POINTS, Chart, Heading, Kind, Listing, Row, Words, share_of, sum_row
from otop_pos.domain.listing_text import range_text
from otop_pos.domain.period import Period
from otop_pos.services.report.sources import PRODUCER, TOTAL, makers_of, sales_by


@query
def growth(session: Session, period: Period, on: date) -> Listing:
    """Net sales now, in the period before and a year ago. A change from nothing has no percentage."""
    makers = makers_of(session)
    headings = (
        PRODUCER,
        Heading(Words("อำเภอ", "District"), share=3),
        Heading(Words("จังหวัด", "Province")),
        Heading(Words("ช่วงนี้", "Now"), Kind.MONEY),
        Heading(Words("ช่วงก่อน", "Before"), Kind.MONEY),
        Heading(Words("เปลี่ยนแปลง", "Change"), Kind.PERCENT),
        Heading(Words("ปีก่อน", "A year ago"), Kind.MONEY),
        Heading(Words("จากปีก่อน", "In a year"), Kind.PERCENT),
    )
    sales = sales_by(session, SaleLineRow.producer_id, period, period.before, period.year_ago)
    rows: list[Row] = []
    for key, (now, before, year_ago) in sorted(sales.items(), key=lambda each: (-each[1][0], makers[each[0]].code)):
        if now or before or year_ago:
            place = (makers[key].amphoe, makers[key].province)
            rows.append((makers[key].name, *place, now, before, change(now, before), year_ago, change(now, year_ago)))
    totals: Row = ()
    if rows:
        now, before, year_ago = (sum(each[number] for each in sales.values()) for number in range(3))
        added = sum_row(headings, rows, TOTAL)
        totals = (*added[:5], change(now, before), year_ago, change(now, year_ago))
    title = Words("การเติบโตของผู้ผลิต", "Growth of producers")
    return Listing("growth", title, on, headings, tuple(rows), period, totals, Chart(0, 3), notes=_notes(period))


def change(now: int, before: int) -> int | None:
    """Basis points more (or less) than before."""
    share = share_of(now, before)
    return None if share is None else share - BASIS_POINTS


def _notes(period: Period) -> tuple[Words, ...]:
    th, en = (
        f"{range_text(period.before, language)} · {range_text(period.year_ago, language)}" for language in ("th", "en")
    )
    return (Words(f"ช่วงก่อน · ปีก่อน: {th}", f"Before · a year ago: {en}"),)
