"""Texts that are let through at a glance are those that the whole rule would leave as they are."""

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain import writable
from otop_pos.domain.errors import Refusal
from otop_pos.domain.writable import visible_text, writable_text

THAI = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
TEXTS = st.text(st.one_of(THAI, st.characters(min_codepoint=0x20, max_codepoint=0x7E)), max_size=12)
NOTHING = re.compile("(?!)")


def stored(text: str) -> str | None:
    try:
        return writable_text(text)
    except Refusal:
        return None


def agrees(text: str) -> bool:
    """With and without the glance."""
    quickly = stored(text), visible_text(text)
    with patch.object(writable, "_CLEAR", NOTHING):
        return (stored(text), visible_text(text)) == quickly


@given(TEXTS)
def test_a_glance_and_the_whole_rule_agree(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "ผ้าไหม มัดหมี่",
        "เเกง",
        "น้\u0e4dา",
        "ก\u0e38\u0e48",
        "ก\u0e48\u0e38",
        "a  b",
        "a ",
        " a",
        "ก" * 300,
        "ก" * 301,
        "-1",
        "ะก",
        "ไหม",
        "a\n",
    ],
)
def test_they_agree_on_the_hard_ones(text: str) -> None:
    assert agrees(text)
