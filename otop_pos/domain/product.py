"""Goods: what is sold, in which unit, under which VAT class."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from otop_pos.domain.quantity import Unit
from otop_pos.domain.vat import VatClass


class Category(StrEnum):
    """The five OTOP categories."""

    FOOD = "food"
    DRINK = "drink"
    CLOTH = "cloth"
    CRAFT = "craft"
    HERB = "herb"


CATEGORY_TH = {
    Category.FOOD: "อาหาร",
    Category.DRINK: "เครื่องดื่ม",
    Category.CLOTH: "ผ้า/เครื่องแต่งกาย",
    Category.CRAFT: "ของใช้/ของตกแต่ง/ของที่ระลึก",
    Category.HERB: "สมุนไพรไม่ใช่อาหาร",
}
CATEGORY_EN = {
    Category.FOOD: "Food",
    Category.DRINK: "Drinks",
    Category.CLOTH: "Cloth and clothing",
    Category.CRAFT: "Household, decoration, souvenirs",
    Category.HERB: "Herbs, not food",
}


@dataclass(frozen=True, slots=True)
class Product:
    """`price` is satang per whole unit, VAT included. `shelf_life_days` None: does not expire."""

    sku: str
    name_th: str
    name_en: str = ""
    category: Category = Category.CRAFT
    unit: Unit = Unit.PIECE
    vat_class: VatClass = VatClass.V7
    price: int = 0
    codes: tuple[str, ...] = ()
    shelf_life_days: int | None = None
    stars: int = 0
    standard: str = ""
    restricted: bool = False
    producer_id: int = 0
    active: bool = True
    id: int = 0
    photo_id: UUID | None = None
    story_th: str = ""
    story_en: str = ""
    low_stock: int | None = None
    """Thousandths; on the shelf below it, the maker is asked to bring more. None: nobody is asked."""
    topotop: bool = False
    creative: bool = False
