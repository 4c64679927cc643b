"""A bill put aside: what the list of them shows, and the bill as text that another till can read."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.domain.discount import Discount
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, BasketLine, Offer


@dataclass(frozen=True, slots=True)
class HeldBill:
    """`id` is the basket's key; `total` in satang when it was held, `at` UTC."""

    id: UUID
    name: str
    till_code: str
    user: str
    at: datetime
    total: int
    line_count: int


@dataclass(frozen=True, slots=True)
class HeldLine:
    """`lot_code` only where that very lot was scanned."""

    sku: str
    name: str
    producer_id: int
    lot_code: str
    qty: int
    unit_price: int
    is_override: bool
    discount: Discount | None

    def basket_line(self, offer: Offer, unit_price: int) -> BasketLine:
        return BasketLine(offer, self.qty, unit_price, self.discount)


def held_lines(basket: Basket) -> tuple[HeldLine, ...]:
    return tuple(
        HeldLine(
            line.offer.product.sku,
            line.offer.product.name_th,
            line.offer.producer.id,
            line.offer.lot_code if line.offer.is_pinned else "",
            line.qty,
            line.unit_price,
            line.is_price_override,
            line.discount,
        )
        for line in basket.lines
    )


def basket_text(basket: Basket) -> str:
    """JSON; the goods by their codes, since what a code stands for may change until the recall."""
    content = {
        "lines": [asdict(line) for line in held_lines(basket)],
        "bill_discount": asdict(basket.bill_discount) if basket.bill_discount else None,
        "note": basket.note,
        "customer": asdict(basket.customer) if basket.customer else None,
        "age_checked": basket.age_checked,
        "approvals": [_approval_values(each) for each in basket.approvals],
    }
    return json.dumps(content, ensure_ascii=False)


def read_basket(text: str, *, key: UUID) -> tuple[Basket, tuple[HeldLine, ...]]:
    """The bill without its lines, and its lines."""
    content = json.loads(text)
    frame = Basket(
        key=key,
        bill_discount=_discount(content["bill_discount"]),
        note=content["note"],
        customer=_customer(content["customer"]),
        age_checked=content["age_checked"],
        approvals=tuple(_approval(each) for each in content["approvals"]),
    )
    return frame, tuple(HeldLine(**{**line, "discount": _discount(line["discount"])}) for line in content["lines"])


def _discount(values: dict[str, Any] | None) -> Discount | None:
    if values is None:
        return None
    bearer = Bearer(values["bearer"]) if values["bearer"] else None
    return Discount(values["basis_points"], values["amount"], bearer)


def _customer(values: dict[str, Any] | None) -> Customer | None:
    return Customer(**{**values, "kind": CustomerKind(values["kind"])}) if values else None


def _approval_values(approval: Approval) -> dict[str, Any]:
    return {
        "id": str(approval.id),
        "right": approval.ask.right,
        "what": approval.ask.what,
        "bill": str(approval.ask.bill) if approval.ask.bill else None,
        "asked_by": approval.asked_by,
        "given_by": approval.given_by,
        "approver": approval.approver,
        "at": approval.at.isoformat(),
    }


def _approval(values: dict[str, Any]) -> Approval:
    bill = UUID(values["bill"]) if values["bill"] else None
    return Approval(
        UUID(values["id"]),
        Ask(Right(values["right"]), values["what"], bill),
        values["asked_by"],
        values["given_by"],
        values["approver"],
        datetime.fromisoformat(values["at"]),
    )
