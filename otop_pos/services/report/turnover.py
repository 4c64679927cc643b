"""How near the shop is to having to register for VAT."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import SaleRow, SaleVatRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.listing import Chart, Heading, Kind, Listing, Meter, Row, Words, share_of
from otop_pos.domain.listing_text import month_text
from otop_pos.domain.period import Period, month_of, months_of, year_of
from otop_pos.domain.vat import VatClass
from otop_pos.services.report.sources import TOTAL, shares_by, within

THRESHOLD = 1_800_000_00
"""Satang a year. Revenue Code s.81/1 with Royal Decree No. 432: from there on the shop registers within 30
days (s.85/1)."""
_HEADINGS = (
    Heading(Words("เดือน", "Month"), share=3),
    Heading(Words("ยอดขายสุทธิ", "Net sales"), Kind.MONEY),
    Heading(Words("ยกเว้น ม.81", "Exempt (s.81)"), Kind.MONEY),
    Heading(Words("นับเข้าเกณฑ์", "Counts"), Kind.MONEY),
    Heading(Words("สะสมทั้งปี", "Year so far"), Kind.MONEY),
    Heading(Words("ของ 1.8 ล้าน", "Of 1.8 million"), Kind.PERCENT),
    Heading(Words("ค่าฝากขาย", "Commission"), Kind.MONEY),
)
_NOTES = (
    Words(
        "เกณฑ์จดทะเบียนภาษีมูลค่าเพิ่ม 1.8 ล้านบาทต่อปี (ป.รัษฎากร ม.81/1 พ.ร.ฎ. ฉบับที่ 432) "
        "เมื่อเกินต้องจดทะเบียนภายใน 30 วัน (ม.85/1) สินค้ายกเว้นตาม ม.81 ไม่นับ",
        "A shop registers for VAT within 30 days after 1.8 million baht a year (Revenue Code s.81/1, 85/1; Royal "
        "Decree No. 432). Goods exempt under s.81 do not count.",
    ),
    Words(
        "แสดงค่าฝากขายไว้ด้วย เพราะศูนย์ที่เป็นตัวแทนขายอาจนับเฉพาะค่าฝากขาย โปรดปรึกษาสรรพากรพื้นที่",
        "The commission stands beside it, as an agent may count that alone: ask the area's revenue office.",
    ),
)


@query
def turnover(session: Session, period: Period, on: date) -> Listing:
    """The calendar year that the period ends in, month by month up to `on`."""
    year = year_of(period.until)
    shown = Period(year.since, min(year.until, max(month_of(on).until, year.since)))
    net, exempt = _sales(session, year)
    rows: list[Row] = []
    reached = 0
    for month in months_of(shown) if year.since <= on else ():
        counted = net[month.since] - exempt[month.since]
        reached += counted
        earned = sum(row.commission + row.fee for row in shares_by(session, "producer_id", month).values())
        name = Words(*(month_text(month.since, language) for language in ("th", "en")))
        share = share_of(reached, THRESHOLD)
        rows.append((name, net[month.since], exempt[month.since], counted, reached, share, earned))
    sums = [sum(_amount(row[number]) for row in rows) for number in range(1, 7)]
    totals = (TOTAL, *sums[:3], reached, share_of(reached, THRESHOLD), sums[5]) if rows else ()
    meter = Meter(Words("ยอดขายที่นับเข้าเกณฑ์ของปีนี้", "Turnover that counts this year"), reached, THRESHOLD)
    title = Words("มาตรวัดยอดขายเทียบเกณฑ์ VAT", "Turnover against the VAT threshold")
    chart = Chart(0, 3, "columns")
    return Listing("turnover", title, on, _HEADINGS, tuple(rows), year, totals, chart, meter, _NOTES)


def _sales(session: Session, year: Period) -> tuple[dict[date, int], dict[date, int]]:
    """First day of the month → net sales, and what of them is exempt."""
    net: dict[date, int] = defaultdict(int)
    exempt: dict[date, int] = defaultdict(int)
    for day, vat_class, gross in session.execute(
        select(SaleRow.business_date, SaleVatRow.vat_class, total(SaleVatRow.gross))
        .join(SaleVatRow, SaleVatRow.sale_id == SaleRow.id)
        .where(within(SaleRow.business_date, year))
        .group_by(SaleRow.business_date, SaleVatRow.vat_class)
    ):
        net[day.replace(day=1)] += gross
        if vat_class is VatClass.EX81:
            exempt[day.replace(day=1)] += gross
    return net, exempt


def _amount(cell: object) -> int:
    return cell if isinstance(cell, int) else 0
