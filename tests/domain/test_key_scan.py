"""Barcodes that press a key."""

import pytest

from otop_pos.domain.key import KEYS
from otop_pos.domain.key_scan import ENTER, ESCAPE, SCANS, act_of_scan, scan_rows

KEDMANEE = str.maketrans("1234567890", "ๅ/-ภถุึคตจ")


def test_every_barcode_presses_a_key_that_there_is() -> None:
    assert set(SCANS.values()) - {ENTER, ESCAPE} <= set(KEYS)
    assert len(set(SCANS.values())) == len(SCANS)


@pytest.mark.parametrize("code", SCANS)
def test_a_barcode_is_understood_through_either_layout(code: str) -> None:
    """KEY typed with Shift through the Thai layout gives ษฎํ."""
    assert act_of_scan(code) == SCANS[code]
    assert act_of_scan("ษฎํ" + code[3:].translate(KEDMANEE)) == SCANS[code]


@pytest.mark.parametrize("text", ["", "KEY", "P000001", "2*KEY00011", "2000000011905", "KEY99999", "น้ำผึ้ง"])
def test_any_other_code_is_goods(text: str) -> None:
    assert act_of_scan(text) is None


def test_every_barcode_has_its_words() -> None:
    assert all(row.title for row in scan_rows())
    assert len({row.title for row in scan_rows()}) == len(SCANS)
