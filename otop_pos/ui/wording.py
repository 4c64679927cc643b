"""How values are named on screen, in the language of the screen."""

from datetime import date, datetime

from otop_pos.domain.barcode import human_digits
from otop_pos.domain.numbering import BUDDHIST_ERA
from otop_pos.domain.payment import PAYMENT_METHODS
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH, Category, Product
from otop_pos.domain.quantity import UNIT_EN, UNIT_TH, Unit, format_quantity
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import MONTHS_SHORT_TH, format_short, format_short_en, to_local
from otop_pos.i18n import _, current_language


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


def lot_name(code: str) -> str:
    """'20 01187 4', as it stands under the bars of the label."""
    return human_digits(code)


def date_text(day: date) -> str:
    """'22 พ.ย. 2569' or '22 Nov 2026'."""
    if is_thai():
        return f"{day.day} {MONTHS_SHORT_TH[day.month - 1]} {day.year + BUDDHIST_ERA}"
    return format_short_en(day)


def short_date_text(day: date) -> str:
    """'14 มี.ค. 70' or '14 Mar 2027'."""
    return format_short(day) if is_thai() else format_short_en(day)


def time_text(moment: datetime) -> str:
    """Shop time of a UTC moment: '14:35'."""
    return f"{to_local(moment):%H:%M}"


def role_name(role: str) -> str:
    names = {"cashier": _("cashier"), "clerk": _("stock clerk"), "manager": _("manager")}
    return names.get(role, role)
