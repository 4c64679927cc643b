"""Villages are found the way people say them."""

import pytest

from otop_pos.ui.widgets.place_search import find_places

CHIANG_MAI = "1 ถ.วัวลาย ต.หายยา อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100"


@pytest.mark.parametrize(
    "text",
    ["บ้านตาล ฮอด", "ต.บ้านตาล อ.ฮอด", "ตำบลบ้านตาล อำเภอฮอด จังหวัดเชียงใหม่", "ban tan hot", "50240 บ้านตาล"],
)
def test_a_village_is_found_by_any_words_of_its_address(text):
    assert find_places(text)[0].code == "501603"


def test_of_two_villages_the_one_in_the_shops_province_comes_first():
    assert find_places("บ้านตาล", near=CHIANG_MAI)[0].province_th == "เชียงใหม่"
    assert {place.province_th for place in find_places("บ้านตาล")} == {"ชัยภูมิ", "เชียงใหม่"}


def test_bangkok_is_written_as_bangkok_does():
    place = find_places("พระบรมมหาราชวัง")[0]
    assert place.short_th == "แขวงพระบรมมหาราชวัง เขตพระนคร"


@pytest.mark.parametrize("text", ["", "  ", "ต.", "ไม่มีที่นี่แน่"])
def test_nothing_is_found_for_nothing(text):
    assert find_places(text) == ()
