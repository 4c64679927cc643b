"""Amounts in Thai words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.baht_words import baht_words


@pytest.mark.parametrize(
    ("satang", "words"),
    [
        (0, "ศูนย์บาทถ้วน"),
        (1, "หนึ่งสตางค์"),
        (11, "สิบเอ็ดสตางค์"),
        (20, "ยี่สิบสตางค์"),
        (25, "ยี่สิบห้าสตางค์"),
        (21, "ยี่สิบเอ็ดสตางค์"),
        (100, "หนึ่งบาทถ้วน"),
        (101, "หนึ่งบาทหนึ่งสตางค์"),
        (1_000, "สิบบาทถ้วน"),
        (1_100, "สิบเอ็ดบาทถ้วน"),
        (2_000, "ยี่สิบบาทถ้วน"),
        (2_100, "ยี่สิบเอ็ดบาทถ้วน"),
        (3_100, "สามสิบเอ็ดบาทถ้วน"),
        (10_000, "หนึ่งร้อยบาทถ้วน"),
        (10_100, "หนึ่งร้อยเอ็ดบาทถ้วน"),
        (11_100, "หนึ่งร้อยสิบเอ็ดบาทถ้วน"),
        (20_100, "สองร้อยเอ็ดบาทถ้วน"),
        (100_100, "หนึ่งพันเอ็ดบาทถ้วน"),
        (1_000_000, "หนึ่งหมื่นบาทถ้วน"),
        (1_072_140, "หนึ่งหมื่นเจ็ดร้อยยี่สิบเอ็ดบาทสี่สิบสตางค์"),
        (12_345_678, "หนึ่งแสนสองหมื่นสามพันสี่ร้อยห้าสิบหกบาทเจ็ดสิบแปดสตางค์"),
        (100_000_000, "หนึ่งล้านบาทถ้วน"),
        (100_000_100, "หนึ่งล้านเอ็ดบาทถ้วน"),
        (1_000_000_000, "สิบล้านบาทถ้วน"),
        (1_100_000_000, "สิบเอ็ดล้านบาทถ้วน"),
        (10_100_000_000, "หนึ่งร้อยเอ็ดล้านบาทถ้วน"),
        (100_000_000_000_000, "หนึ่งล้านล้านบาทถ้วน"),
        (100_000_000_000_100, "หนึ่งล้านล้านเอ็ดบาทถ้วน"),
        (100_000_100_000_000, "หนึ่งล้านเอ็ดล้านบาทถ้วน"),
        (10**20, "หนึ่งล้านล้านล้านบาทถ้วน"),
        (-2_125, "ลบยี่สิบเอ็ดบาทยี่สิบห้าสตางค์"),
        (-50, "ลบห้าสิบสตางค์"),
    ],
)
def test_amounts_are_read_as_the_royal_society_does(satang: int, words: str) -> None:
    assert baht_words(satang) == words


@pytest.mark.parametrize(
    ("satang", "words"),
    [
        (1_100, "สิบเอ็ดบาทถ้วน"),
        (10_100, "หนึ่งร้อยหนึ่งบาทถ้วน"),
        (11_100, "หนึ่งร้อยสิบเอ็ดบาทถ้วน"),
        (100_100, "หนึ่งพันหนึ่งบาทถ้วน"),
        (100_000_100, "หนึ่งล้านหนึ่งบาทถ้วน"),
        (100_000_100_000_100, "หนึ่งล้านหนึ่งล้านหนึ่งบาทถ้วน"),
        (1_100_001_100, "สิบเอ็ดล้านสิบเอ็ดบาทถ้วน"),
    ],
)
def test_spreadsheets_say_one_at_the_end_differently(satang: int, words: str) -> None:
    assert baht_words(satang, excel_style=True) == words


DIGITS = {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9}
PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}


def number_of(words: str) -> int:
    """Reads Thai number words, by a grammar of its own."""
    higher, million, lower = words.rpartition("ล้าน")
    total, digit = 0, 0
    while lower:
        word = next(each for each in (*DIGITS, *PLACES, "ยี่", "เอ็ด", "ศูนย์") if lower.startswith(each))
        lower = lower.removeprefix(word)
        if word in PLACES:
            total, digit = total + (digit or 1) * PLACES[word], 0
        else:
            digit = {"ยี่": 2, "เอ็ด": 1, "ศูนย์": 0}.get(word, DIGITS.get(word, 0))
    return (number_of(higher) * 1_000_000 if million else 0) + total + digit


@given(st.integers(0, 10**20), st.booleans())
def test_the_words_say_the_amount(satang: int, excel_style: bool) -> None:
    words = baht_words(satang, excel_style)
    if satang % 100 == 0:
        assert number_of(words.removesuffix("บาทถ้วน")) * 100 == satang
    else:
        baht, _, rest = words.removesuffix("สตางค์").rpartition("บาท")
        assert number_of(baht) * 100 + number_of(rest) == satang
