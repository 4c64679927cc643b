"""Thai digits."""

import pytest

from otop_pos.domain.thai_digits import to_arabic_digits


@pytest.mark.parametrize(
    ("typed", "read"),
    [("๐๑๒๓๔๕๖๗๘๙", "0123456789"), ("ชุด ๓ ชิ้น", "ชุด 3 ชิ้น"), ("12.50", "12.50"), ("", "")],
)
def test_thai_digits_become_arabic_and_the_rest_stays(typed: str, read: str) -> None:
    assert to_arabic_digits(typed) == read
