"""The OTOP categories and producer kinds, in their exact words."""

from otop_pos.domain.producer import PRODUCER_KIND_TH, ProducerKind
from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH, Category


def test_the_five_categories_have_their_official_names() -> None:
    assert list(CATEGORY_TH.values()) == [
        "อาหาร",
        "เครื่องดื่ม",
        "ผ้า/เครื่องแต่งกาย",
        "ของใช้/ของตกแต่ง/ของที่ระลึก",
        "สมุนไพรไม่ใช่อาหาร",
    ]
    assert set(CATEGORY_TH) == set(CATEGORY_EN) == set(Category)


def test_the_three_kinds_of_producers_have_their_official_names() -> None:
    assert list(PRODUCER_KIND_TH.values()) == ["กลุ่มผู้ผลิตชุมชน", "ผู้ผลิตชุมชนที่เป็นเจ้าของรายเดียว", "SME"]
    assert set(PRODUCER_KIND_TH) == set(ProducerKind)
