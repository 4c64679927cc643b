"""Tag, length, value and check sum of payment QR codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.emv_qr import crc16, field, read_checked, read_fields, with_crc
from otop_pos.domain.errors import UnreadableCode

FIELDS = st.dictionaries(
    st.from_regex(r"[0-8][0-9]", fullmatch=True), st.text("0123456789ABCabc.", min_size=1, max_size=40), max_size=8
)

LEADING_ZERO = (
    "0002010102025802TH62140710BBB000000230870016A0000006770101120115012345678901234022018100000000001213737"
    "032078000000010000000001530376454041.006304"
)


@pytest.mark.parametrize(
    ("text", "crc"),
    [
        ("123456789", "29B1"),
        ("", "FFFF"),
        ("00020101021129370016A000000677010111011300668012345675802TH53037646304", "6197"),
        ("004100060000010103014022000111222233344ABCD125102TH9104", "17DF"),
        (LEADING_ZERO, "0858"),
    ],
)
def test_the_check_sum_has_four_hex_digits(text: str, crc: str) -> None:
    assert crc16(text) == crc


def test_an_empty_value_makes_no_field() -> None:
    assert field("54", "") == ""
    assert field("58", "TH") == "5802TH"


def test_a_value_longer_than_its_length_can_say_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="tag 62"):
        field("62", "x" * 100)


@given(FIELDS)
def test_fields_read_back_in_the_order_they_were_written(fields: dict[str, str]) -> None:
    text = "".join(field(tag, value) for tag, value in fields.items())
    assert read_fields(text) == fields
    assert read_checked(with_crc(text, "91"), "91") == fields


@pytest.mark.parametrize(
    "text",
    ["5", "58", "5802", "5802T", "5802TH5", "58XXTH", "5802TH5802TH", "๕๘๐๒TH", "5803TH"],
    ids=["one", "no length", "no value", "short value", "rest", "no digits", "twice", "thai digits", "too short"],
)
def test_lengths_that_do_not_fit_are_refused(text: str) -> None:
    with pytest.raises(UnreadableCode):
        read_fields(text)


@given(FIELDS.filter(bool), st.data())
def test_one_changed_character_is_noticed(fields: dict[str, str], data: st.DataObject) -> None:
    code = with_crc("".join(field(tag, value) for tag, value in fields.items()), "63")
    at = data.draw(st.integers(0, len(code) - 9))
    changed = code[:at] + ("0" if code[at] != "0" else "1") + code[at + 1 :]
    with pytest.raises(UnreadableCode):
        read_checked(changed, "63")
