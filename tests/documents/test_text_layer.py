"""What is copied or searched in a paper is what was written on it."""

import pytest

from otop_pos.documents.sheet import Imprint, Sheet, Style
from tests.documents.papers import HARD_THAI, HOSTILE
from tests.documents.reading import letters_outside, page_texts

CONSONANTS = "กขคฆงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
VOWELS = ["", "ิ", "ี", "ึ", "ื", "ั", "็", "ุ", "ู"]
TONES = ["", "่", "้", "๊", "๋", "์"]


def page_of(lines: list[str], size: float = 12) -> bytes:
    sheet = Sheet(Imprint("", "", "th"))
    sheet.new_page(900, len(lines) * size * 2.5 + 40)
    for index, line in enumerate(lines):
        sheet.text(20, (index + 1) * size * 2.5, line, Style(size))
    return sheet.finish()


@pytest.mark.parametrize("size", [6, 12, 38])
@pytest.mark.parametrize("line", HARD_THAI)
def test_hard_thai_comes_back_to_the_letter(line: str, size: float) -> None:
    assert page_texts(page_of([line], size)) == [line]


def test_every_consonant_with_every_vowel_and_tone_comes_back() -> None:
    lines = [" ".join(consonant + vowel + tone + "น" for tone in TONES) for consonant in CONSONANTS for vowel in VOWELS]
    assert page_texts(page_of(lines)) == ["\n".join(lines)]


def test_am_comes_back_as_one_letter() -> None:
    lines = [" ".join(consonant + tone + "ำ" for tone in TONES[:5]) for consonant in CONSONANTS]
    assert page_texts(page_of(lines)) == ["\n".join(lines)]


@pytest.mark.parametrize("line", HOSTILE)
def test_a_name_is_only_text_never_markup(line: str) -> None:
    assert page_texts(page_of([line])) == [line]


@pytest.mark.parametrize("line", ["ผ้าไหม 😀 ดี", "中国茶 ชา", "ຜ້າ ลาว", "ಠ_ಠ 100%"])
def test_letters_without_a_glyph_keep_their_text_under_a_box(line: str) -> None:
    assert page_texts(page_of([line])) == [line]


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("ก\x00ข\x07ค", "กขค"),
        ("ชา\u202eมัน", "ชามัน"),
        ("น้ำ\u200bผึ้ง\ufeff", "น้ำผึ้ง"),
        ("บรรทัด\nถัดไป\tแถว", "บรรทัด ถัดไป แถว"),
        ("ก\u00a0ข", "ก ข"),
        ("ก\ud800ข\ufffe", "กข"),
    ],
)
def test_what_cannot_be_seen_is_not_on_the_paper(written: str, drawn: str) -> None:
    assert page_texts(page_of([written])) == [drawn]


def test_text_alignment_stays_on_the_page() -> None:
    sheet = Sheet(Imprint("", "", "th"))
    sheet.new_page(200, 50)
    sheet.text(200, 30, "ที่ปรุงน้ำพริก", Style(12), "right")
    sheet.text(100, 45, "กึ่งกลาง", Style(12), "centre")
    pdf = sheet.finish()
    assert list(letters_outside(pdf)) == []
