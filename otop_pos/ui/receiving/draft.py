"""A delivery being counted: the screen's view model. Frozen; every act gives a new one."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.errors import AlreadyExpired, Missing, Refusal
from otop_pos.domain.identity import new_id
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import ONE, times
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.standard import Standard
from otop_pos.ui.receiving.field import FIELD_NAMES, Field

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A product with what was counted of it so far; declared 0: not yet. `due` None: being asked for."""

    product: Product
    goods: DeliveryLine
    due: int | None = None

    def change(self, **values: Any) -> "DraftLine":
        """Other values of the DeliveryLine; what the producer gets goes by the price and is asked for anew."""
        goods = replace(self.goods, **values)
        return replace(self, goods=goods, due=self.due if goods.price == self.goods.price else None)

    @property
    def lacks_expiry(self) -> bool:
        return self.product.shelf_life_days is not None and self.goods.expires_on is None


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a delivery from being posted: line number from 0, field, and why."""

    number: int
    field: Field
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Draft:
    """`key` stays through refusals and retries: a delivery cannot be posted twice."""

    producer: Producer
    agreement: Agreement
    lines: tuple[DraftLine, ...] = ()
    key: UUID = field(default_factory=new_id)
    standards: tuple[Standard, ...] = ()
    """Of the maker and its goods, as the books have them."""

    def add(self, product: Product) -> "Draft":
        return replace(self, lines=(*self.lines, new_line(product)))

    def change(self, number: int, line: DraftLine) -> "Draft":
        return replace(self, lines=(*self.lines[:number], line, *self.lines[number + 1 :]))

    def remove(self, number: int) -> "Draft":
        return replace(self, lines=(*self.lines[:number], *self.lines[number + 1 :]))

    def with_due(self, product_id: int, price: int, due: int) -> "Draft":
        """An answer belongs to every line with this product at this price, wherever it stands by now."""
        return replace(
            self,
            lines=tuple(
                replace(line, due=due) if (line.product.id, line.goods.price) == (product_id, price) else line
                for line in self.lines
            ),
        )

    def line_of(self, product: Product) -> int | None:
        """The first line with this product."""
        return next((number for number, line in enumerate(self.lines) if line.product.id == product.id), None)

    def delivery(self) -> Delivery:
        return Delivery(self.producer.id, tuple(line.goods for line in self.lines), self.key)

    def term_end(self, today: date) -> date:
        return today + timedelta(days=self.agreement.term_days)

    @property
    def accepted(self) -> int:
        return sum(line.goods.accepted for line in self.lines)

    @property
    def rejected(self) -> int:
        return sum(line.goods.rejected for line in self.lines)

    @property
    def value(self) -> int:
        """Satang at the selling price of what is accepted."""
        return sum(times(line.goods.accepted, line.goods.price) for line in self.lines)

    @property
    def due(self) -> int:
        """Satang for the producer when all of it sells at its price."""
        return sum(times(line.goods.accepted, line.due or 0) for line in self.lines)

    @property
    def label_count(self) -> int:
        """As services.label prints them: one a piece, or a roll or box of what is measured."""
        return sum(
            (line.goods.accepted // ONE if line.product.unit.is_whole else max(line.goods.pieces, 1))
            for line in self.lines
            if line.goods.accepted
        )

    def problem(self, today: date) -> Problem | None:
        """The first thing missing or impossible, top to bottom."""
        return next(
            (
                Problem(number, name, refusal)
                for number, line in enumerate(self.lines)
                for name, refusal in _problems(line, today)
            ),
            None,
        )


def new_line(product: Product) -> DraftLine:
    return DraftLine(product, DeliveryLine(product.id, 0, 0, product.price, photo_id=product.photo_id))


def _problems(line: DraftLine, today: date) -> Iterator[tuple[Field, Refusal]]:
    goods = line.goods
    if goods.declared <= 0:
        yield "declared", Missing(FIELD_NAMES["declared"]())
    if goods.rejected and not goods.reject_reason.strip():
        yield "reason", Missing(FIELD_NAMES["reason"]())
    if goods.price <= 0:
        yield "price", Missing(FIELD_NAMES["price"]())
    if goods.accepted and goods.expires_on is not None and goods.expires_on < today:
        yield "expires", AlreadyExpired(goods.expires_on)
