"""What people may type to find a thing."""

import pytest

from otop_pos.domain.search import fold, search_text


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("ไหม", ("ผ้าไหมมัดหมี่", "Mudmee silk")),
        ("MUDMEE", ("ผ้าไหมมัดหมี่", "Mudmee silk")),
        (" silk ", ("ผ้าไหมมัดหมี่", "Mudmee silk")),
        ("p0000", ("P000042", "")),
        ("ก\u0e48\u0e38ง", ("กุ่ง",)),
        ("cafe\u0301", ("Caf\u00e9 ดอยสะเก็ด",)),
    ],
)
def test_any_part_of_a_name_finds_it(typed: str, parts: tuple[str, ...]) -> None:
    assert fold(typed) in search_text(*parts)


def test_empty_parts_leave_no_gap() -> None:
    assert search_text("ผ้า", "", "P1") == "ผ้า p1"
