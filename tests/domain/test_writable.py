"""Which texts may enter the books."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.errors import TextTooLong, Unwritable
from otop_pos.domain.writable import LONGEST_TEXT, writable_text


@pytest.mark.parametrize(
    "text",
    [
        "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม",
        "กลุ่มทอผ้าบ้านตาล",
        "น้ำผึ้งรวง 500 กรัม",
        "แก้วกาแฟศิลาดลลายหงส์ในโคมพร้อมจานรอง",
        "ชากุหลาบอินทรีย์",
        "ผ้าไหมมัดหมี่ (เมตร)",
        "ที่นอนยัดนุ่น",
        "กี่ ปั้น น้ำ ฐู ญี่ปุ่น ปี๊บ",
        "เครื่องปั้นดินเผา ฯลฯ",
        "ต่างๆ",
        "ฤๅษีดัดตน",
        "เซรามิค 3-in-1",
        'ผ้าขาวม้า "บ้านนา"',
        "Indigo-dyed shawl, 70 × 200 cm",
        "K.S.P. & Sons (1999) Co., Ltd.",
        "๑๒๓ หมู่ ๔",
        "053-123456",
        "_note",
        "?",
        "C:\\ path",
        "ร้อยละ 25 %",
        "☕ กาแฟดอยสะเก็ด",
        "สมุนไพรไม่ใช่อาหาร",
        "น้้ำ",
        "",
    ],
)
def test_a_real_name_is_stored_as_it_is(text: str) -> None:
    assert writable_text(text) == text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  ผ้าไหม  ", "ผ้าไหม"),
        ("ผ้า   ไหม", "ผ้า ไหม"),
        ("ผ้า\u00a0ไหม", "ผ้า ไหม"),
        ("ผ้า\u2003\u3000ไหม", "ผ้า ไหม"),
        ("ผ้าไหม\r\n", "ผ้าไหม"),
        ("\tผ้าไหม", "ผ้าไหม"),
        ("ผ้า\u200bไหม", "ผ้าไหม"),
        ("\ufeffผ้าไหม", "ผ้าไหม"),
        ("ผ้า\u2060ไหม\u200d", "ผ้าไหม"),
        ("co\u00adop", "coop"),
        ("cafe\u0301", "caf\u00e9"),
        ("น\u0e4dา", "นำ"),
        ("น\u0e4d\u0e49า", "น้ำ"),
        ("น\u0e49\u0e4dา", "น้ำ"),
        ("เเก้ว", "แก้ว"),
        ("กุ\u0e48ง", "กุ่ง"),
        ("ก\u0e48\u0e38ง", "กุ่ง"),
        ("   ", ""),
        ("\u200b", ""),
    ],
)
def test_what_nobody_sees_is_mended(typed: str, stored: str) -> None:
    assert writable_text(typed) == stored


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+66",
        "-5",
        "@SUM(A1)",
        "  =1+1",
        "\u200b=1+1",
        "\ufeff@cmd",
        "\t=1+1",
        "＝1+1",
        "＠x",
        "-ผ้าไหม",
    ],
)
def test_what_a_spreadsheet_would_calculate_is_refused(text: str) -> None:
    with pytest.raises(Unwritable) as refused:
        writable_text(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    "text",
    [
        "a\x00b",
        "a\x1bb",
        "a\nb",
        "a\r\nb",
        "a\tb",
        "a\x7fb",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "a\u202eb",
        "a\u2066b",
        "a\u200fb",
        "a\u061cb",
        "a\ud800b",
        "a\uf700b",
        "a\ufffeb",
        "a\U000e0041b",
        "ผ้า\x1b@ไหม",
    ],
)
def test_what_steers_printers_or_hides_text_is_refused(text: str) -> None:
    with pytest.raises(Unwritable):
        writable_text(text)


@pytest.mark.parametrize("text", ["่", "้ผ้า", "ุ", "ิก", "ะ", "า", "ำ", "ๅ", "์ไทย", "\u0301a", "\u200b่"])
def test_a_mark_with_nothing_to_stand_on_is_refused(text: str) -> None:
    with pytest.raises(Unwritable):
        writable_text(text)


def test_a_text_has_an_end() -> None:
    assert writable_text("ก" * LONGEST_TEXT) == "ก" * LONGEST_TEXT
    assert writable_text(" " * 1000 + "ก") == "ก"
    with pytest.raises(TextTooLong):
        writable_text("ก" * (LONGEST_TEXT + 1))


@given(st.text() | st.text("กนเแํ่้าำะุู์ \u200b=-\u0301e"))
def test_a_stored_text_is_clean_and_stays_as_it_is(text: str) -> None:
    try:
        stored = writable_text(text)
    except Unwritable:
        return
    assert writable_text(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert stored == stored.strip()
    assert stored[:1] not in tuple("=+-@")
    assert all(unicodedata.category(each) not in ("Cc", "Cf", "Cs") for each in stored)
    stored.encode()
