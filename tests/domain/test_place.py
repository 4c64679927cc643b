"""Addresses in the country and in Bangkok."""

import pytest

from otop_pos.domain.place import Place

HOT = Place("501601", "บ้านตาล", "ฮอด", "เชียงใหม่", "Ban Tan", "Hot", "Chiang Mai", "50240")
DUSIT = Place("100201", "ดุสิต", "ดุสิต", "กรุงเทพมหานคร", "Dusit", "Dusit", "Bangkok", "10300")
PROVINCE = Place("50", province_th="เชียงใหม่", province_en="Chiang Mai")


@pytest.mark.parametrize(
    ("place", "short_th", "full_th", "short_en", "full_en"),
    [
        (HOT, "ต.บ้านตาล อ.ฮอด", "ต.บ้านตาล อ.ฮอด จ.เชียงใหม่ 50240", "Ban Tan, Hot", "Ban Tan, Hot, Chiang Mai 50240"),
        (
            DUSIT,
            "แขวงดุสิต เขตดุสิต",
            "แขวงดุสิต เขตดุสิต กรุงเทพมหานคร 10300",
            "Dusit, Dusit",
            "Dusit, Dusit, Bangkok 10300",
        ),
        (PROVINCE, "", "จ.เชียงใหม่", "", "Chiang Mai"),
        (Place(), "", "", "", ""),
    ],
    ids=["country", "Bangkok", "province only", "unknown"],
)
def test_a_place_is_named_as_the_post_does(
    place: Place, short_th: str, full_th: str, short_en: str, full_en: str
) -> None:
    assert (place.short_th, place.full_th, place.short_en, place.full_en) == (short_th, full_th, short_en, full_en)
