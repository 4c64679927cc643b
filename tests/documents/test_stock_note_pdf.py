"""Stock notes: each kind has its name, its words and its hands."""

import pytest

from otop_pos.documents.stock_note_pdf import stock_note_pdf
from otop_pos.domain.agreement import Bearer
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.stock_note import NoteKind, StockNote
from tests.documents.papers import HARD_THAI, HOSTILE, producer, product, shop, training_shop
from tests.documents.reading import letters_outside, metadata, page_texts, pages, squeezed, text
from tests.documents.statements import LONG_NAME, MOST, PHOTO, jpeg, note_line, stock_note

MINUS = "\N{MINUS SIGN}"
TITLES = {
    NoteKind.TRANSFER: "ใบย้ายสินค้า",
    NoteKind.RETURN: "ใบคืนสินค้า",
    NoteKind.LOSS: "ใบแจ้งสินค้าสูญหาย/ชำรุด",
    NoteKind.FOUND: "ใบแจ้งพบสินค้า",
    NoteKind.DONATION: "ใบบริจาคสินค้า",
    NoteKind.COUNT: "ใบปรับยอดจากการตรวจนับ",
    NoteKind.CORRECTION: "ใบแก้ไขใบรับสินค้า",
    NoteKind.RESOLUTION: "ใบระบุล็อตสินค้าที่ขายแล้ว",
}


def words(note: StockNote) -> str:
    return squeezed(stock_note_pdf(note, shop()))


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("language", ["th", "th-en"])
def test_every_kind_is_one_page_with_its_title(kind: NoteKind, language: str) -> None:
    pdf = stock_note_pdf(stock_note(kind), shop(), {PHOTO: jpeg()}, language)  # type: ignore[arg-type]
    assert metadata(pdf)["Title"] == f"{TITLES[kind]} {stock_note(kind).doc_no}"
    assert pages(pdf) == 1
    assert list(letters_outside(pdf)) == []


def test_a_loss_note_says_what_was_lost_and_what_is_paid_for_it() -> None:
    said = words(stock_note())
    for field in (
        "เลขที่CM-LS690000003",
        "วันที่1ตุลาคม2569·10:15น.",
        "ต้นฉบับ",
        "กลุ่มทอผ้าบ้านตาล",
        "น้ำรั่วจากหลังคาโดนชั้นวาง",
        "ศูนย์ชดใช้เต็มมูลค่าที่ตกลงไว้",
        "ล็อต20011905ใบรับCM-G690000042",
        "ชำรุดบนชั้น2ชิ้น1,070.00749.001,498.0047",
        "สูญหายบนชั้น2.50ม.420.00294.00735.0047",
        "เงินชดใช้เพิ่มให้ผู้ผลิต2,233.00(สองพันสองร้อยสามสิบสามบาทถ้วน)",
        "(สมศักดิ์)ผู้แจ้ง",
        "(วิไล)ผู้อนุมัติ",
        "ผู้ผลิตรับทราบกลุ่มทอผ้าบ้านตาล",
    ):
        assert field in said, field


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (Bearer.CENTRE, "ศูนย์ชดใช้เต็มมูลค่าที่ตกลงไว้"),
        (Bearer.SHARED, "รับภาระคนละครึ่งตามข้อตกลง"),
        (Bearer.PRODUCER, "ผู้ผลิตรับภาระเองจึงไม่มีเงินชดใช้"),
    ],
)
def test_who_bears_the_loss_is_said(policy: Bearer, said: str) -> None:
    assert said in words(stock_note(loss_policy=policy))


def test_a_return_note_has_days_and_value_but_no_compensation() -> None:
    said = words(stock_note(NoteKind.RETURN))
    assert "คืนผู้ผลิตรอคืนผู้ผลิต2ชิ้น1,070.0047" in said
    assert "มูลค่าตามราคาขาย(2รายการ)" in said
    assert "ผู้รับคืนกลุ่มทอผ้าบ้านตาล" in said
    assert "เงินชดใช้" not in said


def test_a_count_shows_what_is_missing_and_what_is_more() -> None:
    said = words(stock_note(NoteKind.COUNT))
    assert f"สูญหายบนชั้น{MINUS}1ชิ้น" in said
    assert "ตรวจนับพบบนชั้น+1.50ม." in said
    assert "มูลค่าตามราคาขาย(2รายการ)535.00" in said


def test_a_count_that_finds_what_was_lost_takes_the_compensation_back() -> None:
    found = note_line(cause=MoveKind.LOSS, qty=-1000, compensation=-74_900)
    said = words(stock_note(NoteKind.COUNT, (found,)))
    assert "พบแล้วเคยแจ้งสูญหาย" in said
    assert "+1ชิ้น" in said
    assert "หักคืนจากยอดของผู้ผลิตแล้ว" in said
    assert "ศูนย์ชดใช้เต็มมูลค่า" not in said


def test_a_transfer_says_from_where_to_where() -> None:
    assert "บนชั้น→กักไว้" in words(stock_note(NoteKind.TRANSFER))


def test_what_was_found_takes_the_compensation_back() -> None:
    said = words(stock_note(NoteKind.FOUND, reverses="CM-LS690000003"))
    assert "กลับรายการใบเลขที่CM-LS690000003" in said
    assert f"หักเงินชดใช้คืน{MINUS}749.00" in said
    assert "พบสินค้าที่เคยแจ้งหาย" in said
    assert "พบแล้วเคยแจ้งสูญหาย" in said


def test_a_note_that_takes_another_back_never_says_that_goods_were_handed_over() -> None:
    line = note_line(qty=-2000, compensation=0)
    said = words(stock_note(NoteKind.RETURN, (line,), reverses="CM-RT690000001"))
    assert "ใบคืนสินค้า(กลับรายการ)" in said
    assert "ใบนี้กลับรายการใบเลขที่CM-RT690000001" in said
    assert "+2ชิ้น" in said
    assert "รับสินค้าตามรายการนี้คืนครบถ้วนแล้ว" not in said


def test_a_reversed_note_says_so_across_and_by_which() -> None:
    note = stock_note(reversed_by="CM-FD690000001")
    assert "ยกเลิกแล้วโดยใบเลขที่CM-FD690000001" in words(note)
    assert text(stock_note_pdf(note, shop())).split("\n")[-1] == "ยกเลิก"
    assert "ยกเลิก" not in words(stock_note())


def test_many_lines_go_over_pages_and_nobody_signs_an_empty_one() -> None:
    lines = [note_line(number) for number in range(1, 61)]
    papers = page_texts(stock_note_pdf(stock_note(lines=lines), shop()))
    assert len(papers) > 3
    assert all("สภาพ · ที่เก็บ" in page and "CM-LS690000003" in page for page in papers)
    assert "ผู้แจ้ง" in papers[-1]
    assert "\n60 " in papers[-1]


def test_the_longest_names_and_sums_stay_on_the_page() -> None:
    goods = product(LONG_NAME, name_en="W" * 120)
    lines = [
        note_line(number, product=goods, qty=99_999_000, price=MOST, agreed_value=MOST, compensation=MOST)
        for number in range(1, 12)
    ]
    note = stock_note(lines=lines, producer=producer(name_th=LONG_NAME), reason=LONG_NAME * 3, posted_by=LONG_NAME)
    assert list(letters_outside(stock_note_pdf(note, shop(), language="th-en"))) == []


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE])
def test_names_are_only_text(name: str) -> None:
    assert "".join(name.split()) in words(stock_note(reason=name, producer=producer(name_th=name)))


def test_training_says_so_and_the_same_note_is_the_same_file() -> None:
    assert "TRAINING" in text(stock_note_pdf(stock_note(), training_shop()))
    assert stock_note_pdf(stock_note(), shop()) == stock_note_pdf(stock_note(), shop())
    assert "สำเนา" in text(stock_note_pdf(stock_note(), shop(), copy="สำเนา"))
