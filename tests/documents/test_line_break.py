"""Thai lines end after words, and nothing is lost or torn on the way."""

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from otop_pos.documents.line_break import break_lines, pack_lines, pieces
from otop_pos.documents.thai_text import ELLIPSIS, shorten, text_width
from tests.documents.papers import HARD_THAI, HOSTILE

MARKS = "".join(sorted({sign for sign in "".join(HARD_THAI) if unicodedata.category(sign) == "Mn"}))
SHAWL = "ผ้าคลุมไหล่ฝ้ายทอมือย้อมครามลายน้ำไหล"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("ผ้าคลุมไหล่ฝ้ายทอมือ", 200, ("ผ้าคลุมไหล่ฝ้ายทอมือ",)),
        (SHAWL, 90, ("ผ้าคลุมไหล่ฝ้ายทอมือ", "ย้อมครามลายน้ำไหล")),
        ("OTOP Select Chiang Mai", 60, ("OTOP Select", "Chiang Mai")),
        ("อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100", 80, ("อ.เมืองเชียงใหม่", "จ.เชียงใหม่ 50100")),
        ("กลุ่มทอผ้า · ล็อต 20\u00a001190\u00a05", 80, ("กลุ่มทอผ้า · ล็อต", "20\u00a001190\u00a05")),
        ("ศิลาดลป่าป้อง · ต.ป่าป้อง", 70, ("ศิลาดลป่าป้อง", "ต.ป่าป้อง")),
        ("", 50, ("",)),
    ],
)
def test_lines_end_after_words(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert break_lines(text, "regular", 9, width) == lines


def test_what_has_no_word_ends_is_broken_between_clusters() -> None:
    lines = break_lines("ก่ก้" * 30, "regular", 9, 60)
    assert "".join(lines) == "ก่ก้" * 30
    assert len(lines) > 3
    assert all(line[0] == "ก" for line in lines)


def test_a_long_latin_word_is_broken_too() -> None:
    word = "https://example.org/" + "a" * 200
    lines = break_lines(word, "regular", 9, 100)
    assert "".join(lines) == word
    assert all(text_width(line, "regular", 9) <= 100 for line in lines)


def test_the_last_line_allowed_ends_in_an_ellipsis() -> None:
    lines = break_lines(SHAWL * 3, "regular", 9, 90, most=2)
    assert len(lines) == 2
    assert lines[0] == "ผ้าคลุมไหล่ฝ้ายทอมือ"
    assert lines[1].endswith(ELLIPSIS)


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (0, ("หมดอายุ 01/09/2570", "ผลิต 01/09/2569 · รุ่น H-12", "อย. 50-2-00155-6-0001")),
        (2, ("หมดอายุ 01/09/2570", "ผลิต 01/09/2569 · รุ่น H-12…")),
    ],
)
def test_facts_are_packed_whole(most: int, lines: tuple[str, ...]) -> None:
    facts = ("หมดอายุ 01/09/2570", "ผลิต 01/09/2569", "รุ่น H-12", "อย. 50-2-00155-6-0001")
    assert pack_lines(facts, "regular", 6, 84, most) == lines


@pytest.mark.parametrize("text", ["(ฝ้าย)", "ต่างๆ", "ฯลฯ", "พ.ศ.2569", "฿1,070.50", "“ของดี”", "100%"])
def test_marks_stay_with_their_words(text: str) -> None:
    assert pieces(text) == (text,)


@given(
    st.text(alphabet=st.sampled_from(list("".join((*HARD_THAI, *HOSTILE)))), max_size=80),
    st.floats(min_value=8, max_value=200),
)
def test_breaking_loses_nothing_and_tears_nothing(text: str, width: float) -> None:
    assume(not re.search(f"(^| )[{MARKS}]", text))  # a mark on nothing has nowhere to stay
    lines = break_lines(text, "regular", 9, width)
    kept = "".join("".join(lines).split())
    assert kept.replace("·", "") == "".join(text.split()).replace("·", "")
    assert not any(line.startswith(tuple(MARKS)) for line in lines)


@given(st.text(alphabet=st.sampled_from(list("".join(HARD_THAI))), min_size=1, max_size=40), st.integers(5, 80))
def test_a_cut_never_leaves_half_a_sign(text: str, width: int) -> None:
    cut = shorten(text, "regular", 9, width)
    if cut != text:
        kept = cut.removesuffix(ELLIPSIS)
        rest = text[len(kept) :]
        assert text.startswith(kept)
        assert not kept.endswith(tuple("เแโใไ"))
        assert not rest or unicodedata.category(rest[0]) != "Mn" or not kept
        assert text_width(cut, "regular", 9) <= max(width, text_width(ELLIPSIS, "regular", 9)) + 1
