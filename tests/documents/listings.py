"""Reports to draw: a ranking, a wide table, months with a meter, an empty one, a very long one."""

from datetime import UTC, date, datetime

from otop_pos.domain.listing import Chart, Heading, Kind, Listing, Meter, Words, sum_row
from otop_pos.domain.period import Period, month_of, year_of

READ_AT = datetime(2026, 9, 22, 11, 30, tzinfo=UTC)
SEPTEMBER = month_of(date(2026, 9, 1))
NAME = Heading(Words("ผู้ผลิต", "Producer"), share=4)
MONEY = Heading(Words("ยอดขายสุทธิ", "Net sales"), Kind.MONEY)
SHARE = Heading(Words("สัดส่วน", "Share"), Kind.PERCENT)


def ranking(*names: str, period: Period | None = SEPTEMBER) -> Listing:
    names = names or ("กลุ่มทอผ้าบ้านตาล", "วิสาหกิจชุมชนหนองผึ้ง", "ฝ้ายใจดี บ้านแหวน")
    headings = (NAME, MONEY, SHARE)
    rows = tuple((Words(name), 1_000_050 - number * 100_000, 3_333) for number, name in enumerate(names))
    totals = sum_row(headings, rows, Words("รวม", "Total"))
    note = Words("หักของคืนแล้ว", "Returns are taken off.")
    title = Words("ผู้ผลิตขายดี", "Top producers")
    return Listing("top", title, date(2026, 9, 30), headings, rows, period, totals, Chart(0, 1), notes=(note,))


def wide() -> Listing:
    kinds = (
        Kind.TEXT,
        Kind.TEXT,
        Kind.DATE,
        Kind.QUANTITY,
        Kind.COUNT,
        Kind.PERCENT,
        Kind.MONEY,
        Kind.MONEY,
        Kind.MONEY,
    )
    headings = tuple(Heading(Words(f"หัว {number}", f"Head {number}"), kind, 5) for number, kind in enumerate(kinds))
    row = (Words("ผ้าไหมมัดหมี่ย้อมคราม", "Silk"), "=1+1", date(2026, 9, 22), 2_500, 7, None, 107_000, -5, 12_345_678_900)
    return Listing("wide", Words("กว้าง", "Wide"), date(2026, 9, 22), headings, (row,) * 3, None)


def months() -> Listing:
    headings = (Heading(Words("เดือน", "Month")), MONEY)
    rows = tuple((Words(f"เดือน{number} 2569", f"Month{number} 2026"), number * 100_000) for number in range(1, 10))
    meter = Meter(Words("ยอดขายปีนี้", "This year"), 45_00_000, 180_000_000)
    title = Words("มาตรวัด", "Meter")
    chart = Chart(0, 1, "columns")
    return Listing("meter", title, date(2026, 9, 30), headings, rows, year_of(SEPTEMBER.since), (), chart, meter)


def empty() -> Listing:
    return Listing("top", Words("ผู้ผลิตขายดี", "Top producers"), date(2026, 9, 30), (NAME, MONEY, SHARE), (), SEPTEMBER)


def long(count: int) -> Listing:
    return ranking(*(f"ผู้ผลิตรายที่ {number}" for number in range(count)))
