"""How values are named on screen, in the language of the screen."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH, Category, Product
from otop_pos.domain.quantity import UNIT_EN, UNIT_TH, Unit, format_quantity
from otop_pos.domain.shop import Shop
from otop_pos.i18n import current_language

SHOP_ZONE = ZoneInfo("Asia/Bangkok")
MONTHS_TH = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BUDDHIST_ERA = 543


def is_thai() -> bool:
    return current_language() == "th"


def named(name_th: str, name_en: str) -> str:
    """The name in the language of the screen; the other one where it is missing."""
    return (name_th or name_en) if is_thai() else (name_en or name_th)


def product_name(product: Product) -> str:
    return named(product.name_th, product.name_en)


def producer_name(producer: Producer) -> str:
    return named(producer.name_th, producer.name_en)


def shop_name(shop: Shop) -> str:
    return named(shop.name_th, shop.name_en)


def place_name(place: Place) -> str:
    return named(place.short_th, place.short_en)


def maker_line(producer: Producer) -> str:
    """'กลุ่มทอผ้าบ้านตาล · ต.บ้านตาล อ.ฮอด'."""
    return " · ".join(part for part in (producer_name(producer), place_name(producer.place)) if part)


def unit_name(unit: Unit) -> str:
    return UNIT_TH[unit] if is_thai() else UNIT_EN[unit]


def quantity_text(milli: int, unit: Unit) -> str:
    """Pieces bare, measured goods with their unit: '3', '2.50 ม.'."""
    number = format_quantity(milli, unit)
    return number if unit.is_whole else f"{number} {unit_name(unit)}"


def category_name(category: Category) -> str:
    return CATEGORY_TH[category] if is_thai() else CATEGORY_EN[category]


def method_name(code: str) -> str:
    method = PAYMENT_METHODS[code]
    return named(method.name_th, method.name_en)


def date_text(day: date) -> str:
    """'22 พ.ย. 2569' or '22 Nov 2026'."""
    if is_thai():
        return f"{day.day} {MONTHS_TH[day.month - 1]} {day.year + BUDDHIST_ERA}"
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


def short_date_text(day: date) -> str:
    """'14 มี.ค. 70' or '14 Mar 27'."""
    if is_thai():
        return f"{day.day} {MONTHS_TH[day.month - 1]} {(day.year + BUDDHIST_ERA) % 100:02d}"
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year % 100:02d}"


def time_text(moment: datetime) -> str:
    """Shop time of a UTC moment: '14:35'."""
    return moment.astimezone(SHOP_ZONE).strftime("%H:%M")


def shop_day(moment: datetime) -> date:
    """The calendar day in the shop at a UTC moment."""
    return moment.astimezone(SHOP_ZONE).date()
