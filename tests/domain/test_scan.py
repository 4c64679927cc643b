"""What reaches the code box, through either keyboard layout."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.barcode import human_digits, lot_code
from otop_pos.domain.scan import Scan, as_code, from_kedmanee, read_scan

US = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
KEDMANEE = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ" + '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
"""Both levels of the layout, key by key, as TIS 820-2538 and Windows have it."""

CODES = [
    "2000000011905",
    "8850123456788",
    "4006381333931",
    "1111111111116",
    "2222222222222",
    "2323232323230",
    "73513537",
    "CM01-1-690004512",
    "CM01-1-R690000012",
    "CM-G690000042",
    "KK02-3-690000001",
    "SK01-1-690000077",
    "BK-G690000042",
    "P000042",
    "P000017",
    "OTOP-2569_12/34.5678",
    "0046000600000101030140225202212315HrxrtS8e9LSq4xIR5102TH91048BAE",
    "00020101021129370016A000000677010111011300668012345675802TH530376463046197",
]


def thai(code: str) -> str:
    """The code as a scanner's keystrokes come out with the Thai layout active."""
    return code.translate(str.maketrans(US, KEDMANEE))


def caps_locked(code: str) -> str:
    half = len(US) // 2
    return code.translate(str.maketrans(US, KEDMANEE[half:] + KEDMANEE[:half]))


@pytest.mark.parametrize(("thai_character", "us_character"), list(zip(KEDMANEE, US, strict=True)))
def test_every_key_of_the_thai_layout_leads_back_to_its_us_key(thai_character: str, us_character: str) -> None:
    assert from_kedmanee(thai_character) == us_character


def test_the_layout_is_whole() -> None:
    thai_letters = {each for each in map(chr, range(0x0E01, 0x0E5C)) if unicodedata.category(each) != "Cn"}
    assert thai_letters - set(KEDMANEE) == set("๏๎๚๛")
    assert len(set(KEDMANEE)) == len(set(US)) == 94


def test_the_digit_row_is_where_people_know_it() -> None:
    assert from_kedmanee("ๅ/-ภถุึคตจ") == "1234567890"


@pytest.mark.parametrize("code", CODES)
def test_a_scan_is_the_same_in_either_layout(code: str) -> None:
    assert as_code(code) == code
    assert as_code(thai(code)) == code


@pytest.mark.parametrize("code", [code for code in CODES if code.upper() == code and "1" in code])
def test_a_scan_with_caps_lock_on_in_the_thai_layout_is_read(code: str) -> None:
    assert as_code(caps_locked(code)) == code


@given(st.from_regex(r"[0-9]{8}|[0-9]{12,14}", fullmatch=True))
def test_every_article_number_survives_the_thai_layout(code: str) -> None:
    assert read_scan(thai(code)) == Scan(None, code)
    assert read_scan(f"3*{thai(code)}") == Scan("3", code)


@given(st.sampled_from(["CM", "KK", "SK", "BK"]), st.integers(1, 99), st.integers(1, 9), st.integers(0, 9_999_999))
def test_every_document_number_survives_the_thai_layout(centre: str, till: int, epoch: int, number: int) -> None:
    for code in (f"{centre}{till:02d}-{epoch}-69{number:07d}", f"{centre}-G69{number:07d}"):
        assert as_code(thai(code)) == code
        assert as_code(caps_locked(code)) == code or not {"1", "7"} & set(code)


@pytest.mark.parametrize(
    ("digits", "code"),
    [("ๅ/-", "123"), ("ุึ", "67"), ("ๅ", "1"), ("ึุ", "76"), ("จๅ/", "012"), ("/-/-/-", "232323"), ("P-12", "P-12")],
)
def test_a_short_code_is_read_where_the_thai_could_be_no_word(digits: str, code: str) -> None:
    assert as_code(digits) == code


@pytest.mark.parametrize(
    "text",
    [
        "ผ้า",
        "ผ้าไหมมัดหมี่",
        "ตุ๊กตา",
        "ตุ๊กตุ๊ก",
        "ถุง",
        "จุด",
        "คุ",
        "จตุคามรามเทพ",
        "จตุค",
        "ศุภคุณ",
        "คุณภาพ",
        "ฤๅษี",
        "ฤๅ",
        "ตต",
        "คต",
        "ศุภโชค",
        "ธ.ค.2569",
        "ผ้า๒๕๖๗",
        "ผ้า 2567",
        "ผ้า12345678",
        "รุ่น ๑๒๓๔๕๖๗๘",
        "ผ้า/เครื่องแต่งกาย",
        "ชา 3-in-1",
        "น้ำผึ้ง",
        "กระเป๋า (ใบเล็ก)",
        "฿๑๐๐",
        "silk scarf",
        "Mudmee-2569",
        "นวัตกรรม/2",
        "1/2/2569",
        "080-123-4567",
        "-",
        "/",
        "--",
        "",
    ],
)
def test_a_name_that_somebody_typed_stays_as_it_is(text: str) -> None:
    assert read_scan(text) == Scan(None, text)


@pytest.mark.parametrize(
    ("text", "quantity", "code"),
    [
        ("3*2000000011905", "3", "2000000011905"),
        ("2.5*2000000011905", "2.5", "2000000011905"),
        (".5*P000042", ".5", "P000042"),
        ("1,200*P000042", "1,200", "P000042"),
        ("๓*๒๐๐๐๐๐๐๐๑๑๙๐๕", "3", "2000000011905"),
        ("๒.๕*ผ้าไหม", "2.5", "ผ้าไหม"),
        (" 3 * 2000000011905 ", "3", "2000000011905"),
        ("12*ผ้าไหม", "12", "ผ้าไหม"),
        (thai("3*2000000011905"), "3", "2000000011905"),
        (thai("2.5*2000000011905"), "2.5", "2000000011905"),
        (thai("36*CM-G690000042"), "36", "CM-G690000042"),
        ("3*" + thai("2000000011905"), "3", "2000000011905"),
        ("2.5*" + thai("P000042"), "2.5", "P000042"),
        ("3๕" + thai("2000000011905"), "3", "2000000011905"),
        ("๑๕๕" + thai("2000000011905"), "15", "2000000011905"),
        ("3*", "3", ""),
        ("0*P000042", "0", "P000042"),
        ("3*20 01190 5", "3", "2000000011905"),
    ],
)
def test_a_number_before_a_star_is_a_quantity(text: str, quantity: str, code: str) -> None:
    assert read_scan(text) == Scan(quantity, code)


@pytest.mark.parametrize(
    "text", ["*", "*2000000011905", "ผ้า*3", "a*b", "-3*P000042", "1.2.3*P000042", "๕", "๑๕", "5๕๕"]
)
def test_a_star_without_a_number_before_it_multiplies_nothing(text: str) -> None:
    assert read_scan(text).quantity_text is None


@pytest.mark.parametrize(
    "text",
    ["2000000011905\r\n", "\t2000000011905", "\x1d2000000011905", "\u200b2000000011905\ufeff", " 2000000011905 "],
)
def test_what_scanners_and_pasting_add_is_taken_off(text: str) -> None:
    assert read_scan(text) == Scan(None, "2000000011905")


def test_nothing_typed_is_no_code() -> None:
    assert read_scan("  ") == Scan(None, "")


def test_thai_digits_typed_by_hand_are_digits() -> None:
    assert as_code("๒๐๐๐๐๐๐๐๑๑๙๐๕") == "2000000011905"
    assert as_code("๓๔๕") == "345"


def test_digits_by_number_pad_and_letters_by_the_thai_layout_make_one_code() -> None:
    letters_only = str.maketrans({each: thai(each) for each in "CMG"})
    assert as_code("CM01-1-690004512".translate(letters_only)) == "CM01-1-690004512"
    assert as_code("CM-G690000042".translate(letters_only)) == "CM-G690000042"


@given(st.integers(1, 9_999_999_999))
def test_the_digits_beside_the_bars_can_be_typed_instead(number: int) -> None:
    spoken = human_digits(lot_code(number))
    assert as_code(spoken) == lot_code(number)
    assert as_code(thai(spoken)) == lot_code(number)


@given(st.text() | st.text(KEDMANEE) | st.text("0123456789*./-" + KEDMANEE[:12]))
def test_no_text_whatever_breaks_the_box(text: str) -> None:
    scan = read_scan(text)
    assert scan.code == scan.code.strip()
    assert as_code(scan.code) == scan.code or scan.quantity_text is None
