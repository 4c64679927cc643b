"""Codes that every paper, number and file can hold."""

import pytest

from otop_pos.domain.code import LONGEST_OWNER_CODE, code_of
from otop_pos.domain.errors import BadCode
from otop_pos.domain.numbering import DOCUMENT_SERIES, till_document_no


@pytest.mark.parametrize(
    ("typed", "code"), [("P000001", "P000001"), (" cm-0042 ", "CM-0042"), ("1", "1"), ("A" * 20, "A" * 20)]
)
def test_a_code_is_written_in_capitals(typed: str, code: str) -> None:
    assert code_of(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "  ", "A" * 21, "P 1", "P_1", "ผ-1", "๑", "P\n1", "P1\n", "=P1", "P.1", "ß", "P\x00"]
)
def test_anything_else_is_no_code(typed: str) -> None:
    with pytest.raises(BadCode) as refusal:
        code_of(typed)
    assert refusal.value.longest == 20
    assert "\n" not in refusal.value.sentence


def test_numbers_made_with_the_longest_till_code_still_fit() -> None:
    till = code_of("CM-001", LONGEST_OWNER_CODE)
    assert len(till_document_no(DOCUMENT_SERIES["REFUND"], till, 9, 69, 9_999_999)) <= 20
    with pytest.raises(BadCode):
        code_of("CM-0001", LONGEST_OWNER_CODE)
