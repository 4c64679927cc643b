"""What the text in a box of a delivery's line means for the line."""

from collections.abc import Callable
from datetime import date
from typing import Any

from otop_pos.domain.errors import AcceptedTooMany, AlreadyExpired, Missing, OutOfRange
from otop_pos.domain.quantity import ONE, format_quantity
from otop_pos.domain.receiving import MOST_PIECES
from otop_pos.domain.writable import writable_text
from otop_pos.ui.receiving.draft import DraftLine
from otop_pos.ui.receiving.field import FIELD_NAMES, Field
from otop_pos.ui.widgets.number_edit import PlainEdit

Values = dict[str, object]
_REQUIRED = ("declared", "accepted", "rejected", "price")


def read_field(name: Field, box: PlainEdit, line: DraftLine, today: date) -> Values:
    """Values of the DeliveryLine. Refuses the text with the reason: Missing, NotANumber, AcceptedTooMany,
    AlreadyExpired, OutOfRange, Unwritable."""
    if name in _REQUIRED and not box.text().strip():
        raise Missing(FIELD_NAMES[name]())
    return _READERS[name](box, line, today)


def _declared(box: Any, line: DraftLine, _today: date) -> Values:
    declared: int = box.read()
    return {"declared": declared, "accepted": declared - min(line.goods.rejected, declared)}


def _accepted(box: Any, line: DraftLine, _today: date) -> Values:
    return {"accepted": _at_most(line, box.read())}


def _rejected(box: Any, line: DraftLine, _today: date) -> Values:
    return {"accepted": line.goods.declared - _at_most(line, box.read())}


def _at_most(line: DraftLine, qty: int) -> int:
    if qty > line.goods.declared:
        raise AcceptedTooMany(format_quantity(line.goods.declared, line.product.unit))
    return qty


def _price(box: Any, _line: DraftLine, _today: date) -> Values:
    price = box.read()
    if not price:
        raise Missing(FIELD_NAMES["price"]())
    return {"price": price}


def _expires(box: Any, _line: DraftLine, today: date) -> Values:
    day = box.read()
    if day is not None and day < today:
        raise AlreadyExpired(day)
    return {"expires_on": day}


def _agreed(box: Any, _line: DraftLine, _today: date) -> Values:
    return {"agreed_value": box.read() if box.text().strip() else 0}


def _pieces(box: Any, _line: DraftLine, _today: date) -> Values:
    pieces = box.read() // ONE if box.text().strip() else 0
    if pieces > MOST_PIECES:
        raise OutOfRange(box.text(), 1, MOST_PIECES)
    return {"pieces": pieces}


def _batch(box: Any, _line: DraftLine, _today: date) -> Values:
    return {"batch": writable_text(box.text())}


def _reason(box: Any, _line: DraftLine, _today: date) -> Values:
    return {"reject_reason": writable_text(box.text())}


_READERS: dict[Field, Callable[[Any, DraftLine, date], Values]] = {
    "declared": _declared,
    "accepted": _accepted,
    "rejected": _rejected,
    "price": _price,
    "expires": _expires,
    "agreed": _agreed,
    "pieces": _pieces,
    "batch": _batch,
    "reason": _reason,
}
