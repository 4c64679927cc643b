"""A text is let through quickly only where the whole rule of entry would have left it as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.errors import Refusal
from otop_pos.domain.writable import writable_text
from otop_pos.sync.kind import TEXT, Unfit

THAI = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
TEXTS = st.text(st.one_of(THAI, st.characters(max_codepoint=0x7F), st.characters()), min_size=1, max_size=12)


def is_sent(text: str) -> bool:
    try:
        return TEXT.write(text) == text
    except Unfit:
        return False


def is_stored(text: str) -> bool:
    try:
        return writable_text(text) == text
    except Refusal:
        return False


@given(TEXTS)
def test_what_is_sent_is_what_may_be_stored(text: str) -> None:
    assert is_sent(text) == is_stored(text)


@pytest.mark.parametrize(
    "text",
    ["ผ้าไหม มัดหมี่", "เเกง", "น้ํา", "กุ่", "กุ่", "a  b", "a ", " a", "ก" * 300, "ก" * 301, "-1", "ะก", "ไหม", "a\n"],
)
def test_the_hard_ones_too(text: str) -> None:
    assert is_sent(text) == is_stored(text)
