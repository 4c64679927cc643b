"""What each stock note is called, what it says of its goods, and who signs it."""

from dataclasses import dataclass

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import LOSS_CAUSES, NoteKind, StockNote, StockNoteLine

BUCKETS = {
    Bucket.SELLABLE: ("บนชั้น", "On the shelf"),
    Bucket.QUARANTINE: ("กักไว้", "Set aside"),
    Bucket.TO_RETURN: ("รอคืนผู้ผลิต", "To go back"),
}
CAUSES = {
    MoveKind.RECEIVE: ("รับเข้า", "Received"),
    MoveKind.SALE: ("ขายแล้ว", "Sold"),
    MoveKind.SALE_RETURN: ("ลูกค้าคืน", "Returned"),
    MoveKind.SUPPLIER_RETURN: ("คืนผู้ผลิต", "Given back"),
    MoveKind.DAMAGE: ("ชำรุด", "Damaged"),
    MoveKind.LOSS: ("สูญหาย", "Lost"),
    MoveKind.EXPIRE: ("หมดอายุ", "Expired"),
    MoveKind.COUNT: ("ตรวจนับพบ", "Counted"),
    MoveKind.DONATE: ("บริจาค", "Donated"),
    MoveKind.TRANSFER: ("ย้ายที่", "Moved"),
}


@dataclass(frozen=True, slots=True)
class NoteWords:
    """Titles and sentences are (Thai, English); `roles` sign: who posts, who approved, the producer."""

    title: tuple[str, str]
    sentence: tuple[str, str]
    roles: tuple[str, str, str]


WORDS = {
    NoteKind.TRANSFER: NoteWords(
        ("ใบย้ายสินค้า", "Transfer note"),
        ("สินค้ายังอยู่ที่ศูนย์ เปลี่ยนเฉพาะที่เก็บ", "The goods stay at the centre; only their place changes."),
        ("ผู้ย้าย", "ผู้อนุมัติ", ""),
    ),
    NoteKind.RETURN: NoteWords(
        ("ใบคืนสินค้า", "Return note"),
        (
            "ผู้ผลิตตรวจนับและรับสินค้าตามรายการนี้คืนครบถ้วนแล้ว",
            "The producer has counted and taken back the goods listed here.",
        ),
        ("ผู้ส่งคืน", "ผู้อนุมัติ", "ผู้รับคืน"),
    ),
    NoteKind.LOSS: NoteWords(
        ("ใบแจ้งสินค้าสูญหาย/ชำรุด", "Loss note"),
        ("แจ้งให้ผู้ผลิตทราบว่าสินค้าตามรายการนี้ขายต่อไม่ได้แล้ว", "The goods listed here can no longer be sold."),
        ("ผู้แจ้ง", "ผู้อนุมัติ", "ผู้ผลิตรับทราบ"),
    ),
    NoteKind.FOUND: NoteWords(
        ("ใบแจ้งพบสินค้า", "Found note"),
        ("พบสินค้าที่เคยแจ้งหาย กลับมาขายต่อได้", "Goods once reported lost were found and are on sale again."),
        ("ผู้แจ้ง", "ผู้อนุมัติ", "ผู้ผลิตรับทราบ"),
    ),
    NoteKind.DONATION: NoteWords(
        ("ใบบริจาคสินค้า", "Donation note"),
        ("มอบสินค้าตามรายการนี้ให้การกุศลตามที่ผู้ผลิตตกลงไว้", "Given to charity as agreed with the producer."),
        ("ผู้ส่งมอบ", "ผู้อนุมัติ", "ผู้รับบริจาค"),
    ),
    NoteKind.COUNT: NoteWords(
        ("ใบปรับยอดจากการตรวจนับ", "Count note"),
        ("ปรับยอดให้ตรงกับของที่นับได้จริง ขาดเป็นลบ เกินเป็นบวก", "The books follow the count: missing −, more than expected +."),
        ("ผู้ตรวจนับ", "ผู้อนุมัติ", "ผู้ผลิตรับทราบ"),
    ),
    NoteKind.CORRECTION: NoteWords(
        ("ใบแก้ไขใบรับสินค้า", "Correction note"),
        ("แก้จำนวนรับที่บันทึกผิด ตามที่ตรวจพบร่วมกัน", "The received quantity was entered wrong and is put right."),
        ("ผู้แก้ไข", "ผู้อนุมัติ", "ผู้ผลิตรับทราบ"),
    ),
    NoteKind.RESOLUTION: NoteWords(
        ("ใบระบุล็อตสินค้าที่ขายแล้ว", "Lot resolution note"),
        ("สินค้าที่ขายไปก่อนโดยยังไม่ระบุล็อต ระบุแล้วว่าเป็นของล็อตนี้", "Goods sold without a lot now have theirs."),
        ("ผู้ระบุ", "ผู้อนุมัติ", "ผู้ผลิตรับทราบ"),
    ),
}

_LOSS = {
    Bearer.CENTRE: (
        "ศูนย์ชดใช้เต็มมูลค่าที่ตกลงไว้ เพิ่มในยอดของผู้ผลิตแล้ว",
        "The centre pays the agreed value in full; it is in the producer's balance.",
    ),
    Bearer.SHARED: (
        "รับภาระคนละครึ่งตามข้อตกลง ส่วนของศูนย์เพิ่มในยอดของผู้ผลิตแล้ว",
        "Borne half and half; the centre's half is in the producer's balance.",
    ),
    Bearer.PRODUCER: (
        "ตามข้อตกลง ผู้ผลิตรับภาระเอง จึงไม่มีเงินชดใช้",
        "By the agreement the producer bears it; nothing is paid.",
    ),
}
_WITH_VALUE = (NoteKind.LOSS, NoteKind.FOUND, NoteKind.COUNT)


def is_reversal(note: StockNote) -> bool:
    """A note that takes another one back by the same kind; what was found is a kind of its own."""
    return bool(note.reverses) and note.kind is not NoteKind.FOUND


def title_of(note: StockNote) -> tuple[str, str]:
    thai, english = WORDS[note.kind].title
    return (f"{thai} (กลับรายการ)", f"{english}, taken back") if is_reversal(note) else (thai, english)


def sentence_of(note: StockNote) -> tuple[str, str]:
    if is_reversal(note):
        back = f"ใบนี้กลับรายการใบเลขที่ {note.reverses} สินค้ากลับไปอยู่ตามเดิม"
        return back, f"This takes back note {note.reverses}; the goods stand as before."
    return WORDS[note.kind].sentence


def cause_of(line: StockNoteLine) -> tuple[str, str]:
    """What happened to a line's goods; of what was found again, what had been said of it."""
    thai, english = CAUSES[line.cause]
    is_found = line.qty < 0 and line.cause in LOSS_CAUSES
    return (f"พบแล้ว เคยแจ้ง{thai}", f"Found, was {english.lower()}") if is_found else (thai, english)


def has_value(note: StockNote) -> bool:
    """Agreed value and compensation are said where the centre may owe for goods."""
    return note.kind in _WITH_VALUE or bool(note.compensation)


def loss_words(note: StockNote) -> tuple[str, str] | None:
    """Who bears a loss; None on papers that are about none."""
    if is_reversal(note):
        return None
    if note.kind is NoteKind.LOSS:
        return _LOSS[note.loss_policy]
    if note.kind in _WITH_VALUE and note.compensation < 0:
        return "เงินชดใช้ที่เคยเพิ่มให้ หักคืนจากยอดของผู้ผลิตแล้ว", "What had been paid for them is taken back."
    if note.kind is NoteKind.COUNT and note.compensation:
        return _LOSS[note.loss_policy]
    return None
