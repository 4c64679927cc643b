"""The key card: a sheet for each desk of the shop, every key with its words."""

from dataclasses import replace

import pytest

from otop_pos.documents.key_card_pdf import PLACE_NAMES, key_card_pdf
from otop_pos.domain.key import usual_keys
from otop_pos.domain.key_row import PLACES, all_rows, desk_of
from tests.documents.key_rows import key_rows_en, key_rows_th
from tests.documents.reading import letters_outside, metadata, pages, squeezed, text


def test_the_card_says_every_key_and_what_it_does():
    said = squeezed(key_card_pdf(key_rows_th(), "ศูนย์ OTOP Select เชียงใหม่"))
    for row in key_rows_th():
        assert "".join(row.title.split()) in said
        assert all(cap in said for cap in row.caps)


@pytest.mark.parametrize(("language", "title"), [("th", "การ์ดปุ่มลัด"), ("en", "Key card")])
def test_the_card_speaks_one_language(language, title):
    pdf = key_card_pdf(key_rows_en(), "OTOP Select Chiang Mai", language)
    assert title in text(pdf)
    assert metadata(pdf)["Title"] == title


def test_every_screen_has_its_name_on_the_card():
    assert set(PLACE_NAMES) == set(PLACES)


@pytest.mark.parametrize("times", [1, 2])
def test_the_card_stays_three_pages_however_many_keys_there_are(times):
    rows = [row for row in all_rows(usual_keys()) for _time in range(times)]
    pdf = key_card_pdf(rows, "ร้าน" * 60, "en")
    assert pages(pdf) == 3
    assert list(letters_outside(pdf)) == []


def test_a_card_of_the_till_alone_is_one_page():
    rows = [row for row in all_rows(usual_keys()) if desk_of(row.place) == "till"]
    assert pages(key_card_pdf(rows, "ร้าน")) == 1


@pytest.mark.parametrize(("desk", "title"), [("goods", "goods"), ("makers", "makersandreports")])
def test_each_desk_has_a_sheet_of_its_own(desk, title):
    rows = [row for row in all_rows(usual_keys()) if desk_of(row.place) == desk]
    pdf = key_card_pdf(rows, "ร้าน", "en")
    assert pages(pdf) == 1
    assert f"Keycard·{title}" in squeezed(pdf)
    for row in rows:
        assert "".join(row.title.split()) in squeezed(pdf)


def test_a_long_title_stays_in_its_column():
    rows = [replace(row, title=f"{row.title} " * 12) for row in key_rows_th()]
    assert list(letters_outside(key_card_pdf(rows, "ร้าน"))) == []


def test_a_card_without_keys_is_still_a_card():
    assert pages(key_card_pdf((), "ร้าน")) == 1


def test_the_same_keys_give_the_same_card():
    assert key_card_pdf(key_rows_th(), "ร้าน") == key_card_pdf(key_rows_th(), "ร้าน")
