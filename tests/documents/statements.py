"""Sample values of the consignment desk: statements of the worked examples, vouchers, notes, counts."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID

from PIL import Image, ImageDraw

from otop_pos.domain.agreement import Bearer, Rate, Share, Sold, TaxMode, Terms, reverse_share, share_of, split_discount
from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.barcode import lot_code
from otop_pos.domain.count import Count, CountLine, CountState
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.member import Member, share_out
from otop_pos.domain.money import spread
from otop_pos.domain.quantity import Unit
from otop_pos.domain.statement import Advice, LotAccount, Statement
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind, StockNote, StockNoteLine
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.domain.withholding import WithholdingCertificate
from tests.documents.papers import agreement, producer, product

ISSUED = datetime(2026, 10, 1, 3, 15, tzinfo=UTC)
PHOTO = UUID("01990000-0000-7000-8000-0000000000aa")
CLOTH, CLOTH_EN = "ผ้าซิ่นตีนจกทอมือย้อมสีธรรมชาติ", "Hand-woven tin chok skirt, natural dyes"
LONG_NAME = ("ผ้าคลุมไหล่ฝ้ายทอมือย้อมครามธรรมชาติลายดอกพิกุลล้อมเพชร" * 3)[:120]
MOST = 99_999_999_99
TWO_CLOTHS = 214_000
"""Satang: two at 1,070.00."""


@cache
def jpeg(colour: str = "#27427A", size: tuple[int, int] = (320, 240)) -> bytes:
    """A small photograph: cloth with stripes."""
    image = Image.new("RGB", size, colour)
    pen = ImageDraw.Draw(image)
    for x in range(0, size[0], 24):
        pen.rectangle((x, 0, x + 9, size[1]), fill="#E5A11F" if x % 48 else "#F6F3EC")
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()


def identity(number: int) -> UUID:
    return UUID(int=0x01990000_0000_7000_8000_000000000000 + number)


def cloth_share(bearer: Bearer | None = None) -> Share:
    """Two cloths at 1,070.00, with 10 % off borne by somebody or without: 25 % share, VAT of the price."""
    terms = Terms(Rate(basis_points=2500), TaxMode.FULL_PRICE, vat_bp=700)
    discount = 21_400 if bearer else 0
    centre, own = split_discount(discount, bearer, terms.rate) if bearer else (0, 0)
    return share_of(Sold(2000, TWO_CLOTHS, centre, own), terms, (TWO_CLOTHS - discount) * 7 // 107)


def sold(number: int, share: Share, **changes: object) -> LedgerEntry:
    return replace(goods(EntryKind.SALE, number, share), **changes)  # type: ignore[arg-type]


def came_back(number: int, share: Share, **changes: object) -> LedgerEntry:
    """One of the two pieces of a sale."""
    back = reverse_share(share, 0, 1000, 2000)
    entry = replace(goods(EntryKind.REFUND, number, back), qty=-1000)
    refund_no, sale_no = f"CM01-1-R69{number:07d}", "CM01-1-690004512"
    return replace(entry, doc_no=refund_no, sale_no=sale_no, **changes)  # type: ignore[arg-type]


def goods(kind: EntryKind, number: int, share: Share) -> LedgerEntry:
    return LedgerEntry(
        id=identity(number),
        kind=kind,
        business_date=date(2026, 9, 1) + timedelta(days=number % 30),
        amount=share.due,
        doc_no=f"CM01-1-69{4511 + number:07d}",
        lot_code=lot_code(1190 + number % 7),
        product_id=number % 7 + 1,
        name_th=CLOTH,
        name_en=CLOTH_EN,
        photo_id=PHOTO if number % 2 else None,
        unit="piece",
        qty=2000,
        unit_price=107_000,
        gross=share.gross,
        disc_centre=share.disc_centre,
        disc_producer=share.disc_producer,
        net=share.net,
        commission=share.commission,
        vat_centre=share.vat_centre,
    )


def entry(kind: EntryKind, number: int, amount: int, **changes: object) -> LedgerEntry:
    """What is not about goods."""
    fields: dict[str, object] = {"doc_no": f"CM-PV69{number:07d}", **changes}
    return LedgerEntry(identity(900 + number), kind, date(2026, 9, 5), amount, **fields)  # type: ignore[arg-type]


def lot_account(number: int = 0, **changes: object) -> LotAccount:
    fields: dict[str, object] = {
        "lot_code": lot_code(1190 + number),
        "product_id": number + 1,
        "name_th": CLOTH,
        "name_en": CLOTH_EN,
        "unit": "piece",
        "photo_id": None if number % 2 else PHOTO,
        "price": 107_000,
        "opening": 8000,
        "received": 12000,
        "sold": 6000,
        "customer_returns": 1000,
        "returned_to_producer": 2000,
        "damaged": 1000,
        "lost": 0,
        "expired": 0,
        "donated": 0,
        "counted": 0,
        "closing": 12000,
        "days_here": 47 + number,
    }
    return LotAccount(**{**fields, **changes})  # type: ignore[arg-type]


def advice(number: int = 0, **changes: object) -> Advice:
    fields: dict[str, object] = {
        "product_id": number + 1,
        "name_th": CLOTH,
        "name_en": CLOTH_EN,
        "unit": "piece",
        "available": 20000,
        "sold": 6000,
        "sell_through_bp": 3000,
        "on_hand": 12000,
        "bring": 0,
    }
    return Advice(**{**fields, **changes})  # type: ignore[arg-type]


def statement(entries: Sequence[LedgerEntry] = (), **changes: object) -> Statement:
    fields: dict[str, object] = {
        "id": identity(1),
        "doc_no": "CM-0042-S0007",
        "number": 7,
        "producer": producer(),
        "agreement": agreement(number="3/2569"),
        "period_from": date(2026, 9, 1),
        "cutoff": date(2026, 9, 30),
        "opening": 0,
        "entries": tuple(entries),
        "held": (),
        "lots": (),
        "advice": (),
        "issued_at": ISSUED,
        "issued_by": "สมศักดิ์",
        "dispute_until": date(2026, 10, 16),
        "previous_no": "CM-0042-S0006",
    }
    return Statement(**{**fields, **changes})  # type: ignore[arg-type]


def returned_statement(has_new_sales: bool = True) -> Statement:
    """Of the worked example: opening 1,500.00, paid, one of two returned, new dues of 2,000.00 or none."""
    paid = entry(EntryKind.PAYOUT, 8, -150_000, remark="โอนเข้า ธ.ก.ส. ••••4321")
    back = came_back(12, cloth_share(Bearer.CENTRE), business_date=date(2026, 9, 7))
    new = (new_dues(1), new_dues(2)) if has_new_sales else ()
    return statement((*new, back, paid), opening=150_000)


def new_dues(number: int) -> LedgerEntry:
    """1,000.00 for the producer."""
    share = Share(142_667, 0, 0, 142_667, 9_333, 33_334, 0, 100_000)
    return sold(number, share, qty=1000, unit_price=142_667)


def full_statement(language_names: bool = True) -> Statement:
    """Something of everything."""
    bearers = (Bearer.CENTRE, Bearer.SHARED, Bearer.PRODUCER)
    sales = tuple(sold(number, cloth_share(bearer)) for number, bearer in enumerate(bearers, start=1))
    late = sold(4, cloth_share(), business_date=date(2026, 8, 31), is_late=True)
    others = (
        came_back(12, cloth_share(Bearer.CENTRE)),
        entry(EntryKind.FEE, 1, -5_000, doc_no="", remark="ค่าถุงผ้าบรรจุภัณฑ์ 10 ใบ"),
        entry(EntryKind.ADJUST, 2, 12_345, doc_no="", remark="แก้ราคาที่บันทึกผิดเมื่อเดือนสิงหาคม"),
        entry(EntryKind.LOSS_COMP, 3, 74_900, doc_no="CM-LS690000003", name_th=CLOTH, qty=1000, unit="piece",
              lot_code=lot_code(1192), remark="ชำรุดระหว่างจัดแสดง"),
        entry(EntryKind.WHT, 4, -1_500, doc_no="CM-WT690000002"),
        entry(EntryKind.PAYOUT, 4, -148_500, remark="โอนเข้า ธ.ก.ส. ••••4321"),
    )  # fmt: skip
    return statement(
        (*sales, late, *others),
        opening=150_000,
        held=(replace(sold(20, cloth_share()), remark="รอพ้น 7 วันที่ลูกค้าคืนได้"),),
        lots=(
            lot_account(0),
            lot_account(1, name_th="น้ำผึ้งรวงดอกลำไย 500 กรัม", name_en="Longan honey 500 g", unit="bottle",
                        price=18_000, expires_on=date(2027, 1, 15), expired=2000, damaged=0, closing=11000),
            lot_account(2, name_th="ผ้าไหมมัดหมี่", name_en="Mudmee silk", unit="metre", price=42_000, opening=25_500,
                        received=0, sold=2_500, customer_returns=0, returned_to_producer=0, damaged=0, closing=23_000),
        ),
        advice=(
            advice(0, sold=17000, sell_through_bp=8500, on_hand=3000, bring=12000),
            advice(1, name_th="น้ำผึ้งรวงดอกลำไย 500 กรัม", name_en="Longan honey 500 g", unit="bottle"),
            advice(2, name_th="ผ้าไหมมัดหมี่", name_en="Mudmee silk", unit="metre", available=25_500, sold=0,
                   sell_through_bp=0, on_hand=25_500),
        ),
    )  # fmt: skip


def long_statement(count: int = 400) -> Statement:
    bearers = (None, Bearer.CENTRE, Bearer.SHARED, Bearer.PRODUCER)
    entries = tuple(sold(number, cloth_share(bearers[number % 4])) for number in range(1, count + 1))
    return statement(entries, lots=tuple(lot_account(number) for number in range(40)))


def huge_statement() -> Statement:
    """Names and amounts as long as they get."""
    whole = full_statement()
    names = {"name_th": LONG_NAME, "name_en": "W" * 120}
    money = dict.fromkeys(("amount", "gross", "disc_centre", "disc_producer", "net", "commission", "vat_centre"), MOST)
    entries = tuple(replace(each, **names, **money, unit_price=MOST, remark=LONG_NAME) for each in whole.entries)
    counts = dict.fromkeys(("opening", "received", "sold", "donated", "counted", "closing"), 99_999_000)
    return replace(
        whole,
        producer=producer(name_th=LONG_NAME, name_en="W" * 120, address=LONG_NAME),
        entries=entries,
        held=entries[:3],
        opening=-MOST,
        lots=tuple(replace(each, **names, **counts, price=MOST, days_here=99_999) for each in whole.lots),
        advice=tuple(replace(each, **names, bring=99_999_000, sell_through_bp=20_000) for each in whole.advice),
        issued_by=LONG_NAME,
    )


def account(**changes: object) -> BankAccount:
    fields: dict[str, object] = {
        "producer_id": 1,
        "bank": "034",
        "account": "020-0-12345-6",
        "account_name": "กลุ่มทอผ้าบ้านตาล โดยนางคำแปง ใจดี",
        "promptpay": "0812345678",
        "approved_by": "วิไล",
    }
    return BankAccount(**{**fields, **changes})  # type: ignore[arg-type]


def voucher(**changes: object) -> Voucher:
    """Of 12,500.00, with 1 % withheld, paid by transfer."""
    fields: dict[str, object] = {
        "id": identity(2),
        "doc_no": "CM-PV690000011",
        "state": VoucherState.PAID,
        "producer": producer(tax_id="0994000617721"),
        "statement_id": identity(1),
        "statement_no": "CM-0042-S0007",
        "gross": 1_250_000,
        "wht_rule": "government_1",
        "wht_base": 1_250_000,
        "wht": 12_500,
        "net": 1_237_500,
        "method": PayoutMethod.BANK,
        "prepared_by": "สมศักดิ์",
        "prepared_at": ISSUED,
        "account": account(),
        "approved_by": "วิไล",
        "approved_at": ISSUED + timedelta(hours=2),
        "paid_by": "พิมพ์ใจ",
        "paid_at": ISSUED + timedelta(days=1),
        "paid_on": date(2026, 10, 2),
        "reference": "014202610021234567",
        "batch_no": "CM-PB690000003",
        "certificate_no": "CM-WT690000002",
    }
    return Voucher(**{**fields, **changes})  # type: ignore[arg-type]


def shared_voucher(count: int = 3) -> Voucher:
    """In cash, shared out among the members of the group."""
    names = ("คำแปง ใจดี", "บัวผัน ศรีวิชัย", "จันทร์เพ็ญ ปั้นน้ำผึ้ง")
    parts = spread(10_000, (1,) * count)
    members = [Member(f"นาง{names[number % 3]}", part) for number, part in enumerate(parts)]
    return voucher(
        method=PayoutMethod.CASH,
        account=None,
        wht_rule="none",
        wht_base=0,
        wht=0,
        gross=125_000,
        net=125_000,
        certificate_no="",
        batch_no="",
        reference="",
        shares=share_out(125_000, members),
    )


def certificate(**changes: object) -> WithholdingCertificate:
    fields: dict[str, object] = {
        "id": identity(3),
        "doc_no": "CM-WT690000002",
        "voucher_no": "CM-PV690000011",
        "producer": producer(tax_id="0105536112014"),
        "form": "ภ.ง.ด.53",
        "income_th": "ค่าซื้อสินค้า",
        "paid_on": date(2026, 10, 2),
        "base": 1_250_000,
        "rate_bp": 100,
        "tax": 12_500,
        "issued_by": "พิมพ์ใจ",
    }
    return WithholdingCertificate(**{**fields, **changes})  # type: ignore[arg-type]


def note_line(line_no: int = 1, **changes: object) -> StockNoteLine:
    fields: dict[str, object] = {
        "line_no": line_no,
        "lot_code": lot_code(1189 + line_no),
        "grn_no": "CM-G690000042",
        "product": product(CLOTH, name_en=CLOTH_EN, photo_id=PHOTO if line_no % 2 else None, price=107_000),
        "bucket": Bucket.SELLABLE,
        "cause": MoveKind.DAMAGE,
        "qty": 2000,
        "price": 107_000,
        "agreed_value": 74_900,
        "compensation": 149_800,
        "days_here": 47,
    }
    return StockNoteLine(**{**fields, **changes})  # type: ignore[arg-type]


def stock_note(kind: NoteKind = NoteKind.LOSS, lines: Sequence[StockNoteLine] = (), **changes: object) -> StockNote:
    series = {NoteKind.LOSS: "LS", NoteKind.RETURN: "RT"}.get(kind, "MV")
    fields: dict[str, object] = {
        "id": identity(4),
        "doc_no": f"CM-{series}690000003",
        "kind": kind,
        "posted_at": ISSUED,
        "business_date": date(2026, 10, 1),
        "posted_by": "สมศักดิ์",
        "approved_by": "วิไล",
        "producer": producer(),
        "loss_policy": Bearer.CENTRE,
        "reason": "น้ำรั่วจากหลังคาโดนชั้นวาง",
        "lines": tuple(lines) or note_lines(kind),
    }
    return StockNote(**{**fields, **changes})  # type: ignore[arg-type]


def note_lines(kind: NoteKind) -> tuple[StockNoteLine, ...]:
    """Two, as the kind has them."""
    silk = product("ผ้าไหมมัดหมี่", name_en="Mudmee silk", unit=Unit.METRE, price=42_000)
    free = {"compensation": 0}
    match kind:
        case NoteKind.LOSS:
            lost: dict[str, object] = {"qty": 2500, "price": 42_000, "agreed_value": 29_400, "compensation": 73_500}
            return note_line(1), note_line(2, product=silk, cause=MoveKind.LOSS, **lost)
        case NoteKind.FOUND:
            return (note_line(1, cause=MoveKind.LOSS, qty=-1000, compensation=-74_900),)
        case NoteKind.COUNT:
            gain = note_line(2, product=silk, cause=MoveKind.COUNT, qty=-1500, **free)
            return note_line(1, cause=MoveKind.LOSS, qty=1000, compensation=74_900), gain
        case NoteKind.TRANSFER:
            return (note_line(1, cause=MoveKind.TRANSFER, moved_to=Bucket.QUARANTINE, **free),)
        case NoteKind.CORRECTION:
            return note_line(1, cause=MoveKind.RECEIVE, **free), note_line(2, cause=MoveKind.RECEIVE, qty=-3000, **free)
    cause = {NoteKind.DONATION: MoveKind.DONATE, NoteKind.RESOLUTION: MoveKind.SALE}.get(kind, MoveKind.SUPPLIER_RETURN)
    place = Bucket.TO_RETURN if kind is NoteKind.RETURN else Bucket.SELLABLE
    return note_line(1, cause=cause, bucket=place, **free), note_line(2, product=silk, cause=cause, qty=2500, **free)


def count(lines: int = 12, **changes: object) -> Count:
    """Expected quantities that can be found again anywhere on the paper: 7,431 of each."""
    makers = ("กลุ่มทอผ้าบ้านตาล", "วิสาหกิจชุมชนหนองผึ้ง", "ศิลาดลป่าป้อง")
    fields: dict[str, object] = {
        "id": identity(5),
        "doc_no": "CM-CS690000002",
        "name": "นับประจำเดือนตุลาคม ชั้นผ้า",
        "state": CountState.OPEN,
        "started_at": ISSUED,
        "started_by": "สมศักดิ์",
        "lines": tuple(
            CountLine(
                lot_id=number,
                lot_code=lot_code(1189 + number),
                product=product(f"{CLOTH} ลายที่ {number}", name_en=CLOTH_EN),
                producer_name=makers[number % len(makers)],
                bucket=list(Bucket)[number % 5 == 0],
                expected=7_431_000,
                counted=6_543_000 if number % 2 else None,
                moved=-8_642_000,
            )
            for number in range(1, lines + 1)
        ),
    }
    return Count(**{**fields, **changes})  # type: ignore[arg-type]
