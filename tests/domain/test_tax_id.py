"""The 13-digit tax ID."""

import pytest

from otop_pos.domain.tax_id import format_tax_id, is_valid_tax_id


@pytest.mark.parametrize(
    "text",
    ["0105536112014", "0994000617721", "3100600445635", "3-1006-00445-63-5", "0 9940 00617 72 1", "๓๑๐๐๖๐๐๔๔๕๖๓๕"],
)
def test_a_right_check_digit_is_known(text: str) -> None:
    assert is_valid_tax_id(text)


@pytest.mark.parametrize(
    "text",
    ["1111111111111", "1234567890123", "0105536112015", "310060044563", "31006004456355", "", "ก", "310060044563X"],
)
def test_a_wrong_one_is_known_too(text: str) -> None:
    assert not is_valid_tax_id(text)


@pytest.mark.parametrize(
    ("text", "formatted"),
    [
        ("3100600445635", "3-1006-00445-63-5"),
        ("0105536112014", "0-10-5-536-11201-4"),
        ("0-99-4-000-61772-1", "0-99-4-000-61772-1"),
        ("1111111111111", "1-1111-11111-11-1"),
        ("๓๑๐๐๖๐๐๔๔๕๖๓๕", "3-1006-00445-63-5"),
        ("12345", "12345"),
        ("", ""),
    ],
)
def test_a_tax_id_is_grouped_for_paper(text: str, formatted: str) -> None:
    assert format_tax_id(text) == formatted
