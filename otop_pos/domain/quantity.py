"""Quantity is an int of thousandths: pieces, kilograms, metres; reading and writing it."""

from enum import StrEnum

from otop_pos.domain.errors import BadQuantity, NotANumber, WholePiecesOnly
from otop_pos.domain.money import half_up
from otop_pos.domain.thai_digits import to_arabic_digits

ONE = 1000
LARGEST_QUANTITY = 99_999 * ONE


class Unit(StrEnum):
    PIECE = "piece"
    BOX = "box"
    BOTTLE = "bottle"
    BAG = "bag"
    PAIR = "pair"
    SET = "set"
    KILOGRAM = "kilogram"
    METRE = "metre"

    @property
    def is_whole(self) -> bool:
        """Counted in whole pieces; the others are weighed or measured."""
        return self not in (Unit.KILOGRAM, Unit.METRE)


UNIT_TH = {
    Unit.PIECE: "ชิ้น",
    Unit.BOX: "กล่อง",
    Unit.BOTTLE: "ขวด",
    Unit.BAG: "ถุง",
    Unit.PAIR: "คู่",
    Unit.SET: "ชุด",
    Unit.KILOGRAM: "กก.",
    Unit.METRE: "ม.",
}
UNIT_EN = {
    Unit.PIECE: "pc",
    Unit.BOX: "box",
    Unit.BOTTLE: "bottle",
    Unit.BAG: "bag",
    Unit.PAIR: "pair",
    Unit.SET: "set",
    Unit.KILOGRAM: "kg",
    Unit.METRE: "m",
}


def format_quantity(milli: int, unit: Unit = Unit.PIECE) -> str:
    """3000 pieces → '3'; 2500 metres → '2.50'; a weight shows its thousandths only when it has them."""
    sign = "\N{MINUS SIGN}" if milli < 0 else ""
    whole, rest = divmod(abs(milli), ONE)
    if unit.is_whole and rest == 0:
        return f"{sign}{whole:,}"
    decimals = f"{rest:03d}"
    return f"{sign}{whole:,}.{decimals[:2] if decimals.endswith('0') else decimals}"


def parse_quantity(text: str, unit: Unit = Unit.PIECE) -> int:
    """'3', '๒.๕', '0.350' → thousandths. Refuses NotANumber, BadQuantity (zero, absurd), WholePiecesOnly."""
    plain = to_arabic_digits(text).strip().replace(",", "")
    whole, _dot, fraction = plain.removeprefix("-").partition(".")
    digits = whole + fraction
    if not digits or not digits.isascii() or not digits.isdigit() or len(fraction) > 3:
        raise NotANumber(text)
    milli = int(whole or "0") * ONE + int((fraction + "000")[:3])
    if plain.startswith("-") or not 0 < milli <= LARGEST_QUANTITY:
        raise BadQuantity(text, UNIT_TH[unit])
    if unit.is_whole and milli % ONE:
        raise WholePiecesOnly(text, UNIT_TH[unit])
    return milli


def times(milli: int, unit_price: int) -> int:
    """Price of a quantity in satang, rounded half up once."""
    return half_up(milli * unit_price, ONE)
