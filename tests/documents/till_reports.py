"""X and Z slips to print: a busy session, an empty one, the largest there can be."""

from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.money import DENOMINATIONS
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.report import Proof, TenderTotal
from otop_pos.domain.sale import VatTotal
from otop_pos.domain.till_event import TOLD, EventKind, EventTotal
from otop_pos.domain.till_report import CashTotal, TillReport
from otop_pos.domain.vat import VatClass
from tests.documents.papers import AT, till_session

EVENTS = (
    EventTotal(EventKind.CANCEL_BILL, "พิมพ์ใจ", 1, 35_000),
    EventTotal(EventKind.COUNT, "พิมพ์ใจ", 2, 2_808_650),
    EventTotal(EventKind.NO_SALE, "พิมพ์ใจ", 3, 0),
    EventTotal(EventKind.PRICE, "พิมพ์ใจ", 2, -12_000),
    EventTotal(EventKind.PRICE, "สมชาย", 1, -5_000),
    EventTotal(EventKind.REPRINT, "สมชาย", 4, 412_000),
    EventTotal(EventKind.VOID, "พิมพ์ใจ", 1, -18_000),
)
PIECES = ((100_000, 6), (50_000, 9), (10_000, 23), (5_000, 8), (2_000, 31), (1_000, 14), (500, 11), (25, 5))


def z_report(**changes: object) -> TillReport:
    """Float 2,000.00, cash 12,543.75, 500.00 in, 1,000.00 out: 14,043.75, of which 8.50 are missing."""
    fields: dict[str, object] = {
        "kind": "Z",
        "session": till_session(cash_counted=1_403_525),
        "taken_at": AT,
        "first_doc_no": "CM01-1-690004370",
        "last_doc_no": "CM01-1-690004512",
        "sale_count": 143,
        "refund_count": 3,
        "void_count": 1,
        "gross": 9_123_400,
        "discounts": 285_900,
        "refunds": -178_300,
        "voids": -18_000,
        "net": 8_641_200,
        "rounding": -75,
        "vat": 537_835,
        "vats": (VatTotal(VatClass.EX81, 0, 420_000, 0), VatTotal(VatClass.V7, 700, 8_221_200, 537_835)),
        "tenders": (
            TenderTotal("card", 14, 2_000_000),
            TenderTotal("cash", 58, 1_254_375),
            TenderTotal("promptpay", 71, 5_386_750),
        ),
        "movements": (
            CashTotal(CashKind.DROP, 1, -80_000),
            CashTotal(CashKind.PAID_IN, 1, 50_000),
            CashTotal(CashKind.PAID_OUT, 2, -20_000),
        ),
        "events": EVENTS,
        "cash_sales": 1_254_375,
        "cash_expected": 1_404_375,
        "pieces": PIECES,
        "proofs": (
            Proof("lines", 8_641_200, 8_641_200),
            Proof("tenders", 8_641_200, 8_641_200),
            Proof("shares", 8_641_200, 8_641_200),
            Proof("drawer", 1_404_375, 1_404_375),
        ),
    }
    return TillReport(**{**fields, **changes})  # type: ignore[arg-type]


def x_report(**changes: object) -> TillReport:
    opened = till_session(closed_at=None, closed_by="", cash_expected=None, cash_counted=None)
    return z_report(**{"kind": "X", "session": opened, "pieces": (), "proofs": z_report().proofs[:3], **changes})


def empty_z() -> TillReport:
    zeros = dict.fromkeys(
        ("sale_count", "refund_count", "void_count", "gross", "discounts", "refunds", "voids", "net", "rounding"), 0
    )
    nothing = dict.fromkeys(("vats", "tenders", "movements", "events", "pieces"), ())
    closed = till_session(float_amount=0, cash_expected=0, cash_counted=0)
    proofs = tuple(Proof(each.name, 0, 0) for each in z_report().proofs)
    numbers = {"first_doc_no": "", "last_doc_no": "", "vat": 0, "cash_sales": 0, "cash_expected": 0}
    return z_report(**zeros, **nothing, **numbers, session=closed, proofs=proofs)


def huge_z() -> TillReport:
    """Every list full, every figure as wide as money gets, a long name, a proof broken."""
    most, name = 99_999_999_99, "นางสาวพิมพ์ใจรักษ์วัฒนธรรม ศรีสุขสวัสดิ์เกียรติยศไพศาล ณ เชียงใหม่"
    closed = till_session(opened_by=name, closed_by=name, cash_expected=most, cash_counted=most - 12_345_678)
    return z_report(
        session=closed,
        gross=most,
        discounts=most // 2,
        refunds=-most,
        net=most,
        copy_no=12,
        sale_count=99_999,
        cash_expected=most,
        vats=tuple(VatTotal(each, 700 if each is VatClass.V7 else 0, most, most // 15) for each in VatClass),
        tenders=tuple(TenderTotal(method, 99_999, most) for method in PAYMENT_METHODS),
        events=tuple(EventTotal(kind, name, 9_999, -most) for kind in TOLD),
        pieces=tuple((each, 999_999) for each in DENOMINATIONS),
        proofs=(*z_report().proofs[:3], Proof("drawer", most, most - 1)),
    )
