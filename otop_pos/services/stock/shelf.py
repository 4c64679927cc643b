"""Lots and what lies in their buckets, held until the commit, in the order in which sales hold them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRow, GrnRow, LotBalanceRow, LotMoveRow, LotRow, ProductRow
from otop_pos.domain.agreement import Bearer
from otop_pos.domain.errors import NotEnoughThere, NotFound
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import UNIT_TH, Unit, format_quantity
from otop_pos.domain.stock import Bucket
from otop_pos.i18n import _
from otop_pos.services.numbering import take_move_ids
from otop_pos.services.product import product_of

Spot = tuple[int, Bucket]
"""A lot and one of its buckets."""

# Makes the row where there is none: two acts that put something into a new bucket then wait for each other
# here, in the one order, instead of each holding what the other wants.
_HOLD = text(
    "INSERT INTO lot_balance (lot_id, bucket, qty) VALUES (:lot_id, :bucket, 0) "
    "ON CONFLICT (lot_id, bucket) DO UPDATE SET qty = lot_balance.qty"
)
_CHANGE = text("UPDATE lot_balance SET qty = qty + :qty WHERE lot_id = :lot_id AND bucket = :bucket")
_MOVES = insert(LotMoveRow.metadata.tables["lot_move"])


@dataclass(frozen=True, slots=True)
class HeldLot:
    id: int
    code: str
    grn_no: str
    product: Product
    producer_id: int
    agreement_id: int
    received_on: date
    price: int
    agreed_value: int
    loss_policy: Bearer


@dataclass(slots=True)
class Shelf:
    """`left` is what lies in each held spot, and follows what is taken and put."""

    lots: dict[int, HeldLot]
    left: dict[Spot, int]
    changed: dict[Spot, int] = field(default_factory=dict)

    def take(self, spot: Spot, qty: int) -> None:
        """A negative quantity is put in. Refuses NotEnoughThere."""
        if qty > self.left[spot]:
            product = self.lots[spot[0]].product
            wanted, there = (_amount(each, product.unit) for each in (qty, self.left[spot]))
            raise NotEnoughThere(product.name_th, wanted, there)
        self.left[spot] -= qty
        self.changed[spot] = self.changed.get(spot, 0) - qty


def read_lots(session: Session, lot_ids: Iterable[int]) -> dict[int, HeldLot]:
    """By id, holding nothing. Refuses NotFound."""
    wanted = set(lot_ids)
    rows = session.execute(
        select(LotRow, ProductRow, GrnRow.doc_no, AgreementRow.loss_policy)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .join(GrnRow, GrnRow.id == LotRow.grn_id)
        .join(AgreementRow, AgreementRow.id == LotRow.agreement_id)
        .where(LotRow.id.in_(wanted))
    )
    lots = {row.LotRow.id: _held(*row) for row in rows}
    for lot_id in sorted(wanted - lots.keys()):
        raise NotFound(_("Lot"), str(lot_id))
    return lots


def hold_shelf(session: Session, lots: dict[int, HeldLot], spots: Iterable[Spot]) -> Shelf:
    """The spots until the commit: nobody else sells, moves or writes off what lies there."""
    ordered = sorted(set(spots))
    if not ordered:
        return Shelf(lots, {})
    session.connection().execute(_HOLD, [{"lot_id": lot_id, "bucket": bucket.value} for lot_id, bucket in ordered])
    rows = session.execute(
        select(LotBalanceRow.lot_id, LotBalanceRow.bucket, LotBalanceRow.qty).where(
            LotBalanceRow.lot_id.in_({lot_id for lot_id, _bucket in ordered})
        )
    )
    there = {(lot_id, bucket): qty for lot_id, bucket, qty in rows}
    return Shelf(lots, {spot: there[spot] for spot in ordered})


def write_moves(session: Session, shelf: Shelf, moves: list[dict[str, Any]]) -> None:
    """The movements in their order, and the balances that follow from them."""
    ids = take_move_ids(session, len(moves))
    rows = [{"reverses": None, **move, "id": id_} for move, id_ in zip(moves, ids, strict=True)]
    session.connection().execute(_MOVES, rows)
    changes = [
        {"lot_id": lot_id, "bucket": bucket.value, "qty": qty}
        for (lot_id, bucket), qty in sorted(shelf.changed.items())
        if qty
    ]
    if changes:
        session.connection().execute(_CHANGE, changes)
    # Another note of the same act, of another producer, begins from here.
    shelf.changed.clear()


def _held(lot: LotRow, product: ProductRow, grn_no: str, loss_policy: Bearer) -> HeldLot:
    return HeldLot(
        id=lot.id,
        code=lot.code,
        grn_no=grn_no,
        product=product_of(product),
        producer_id=lot.producer_id,
        agreement_id=lot.agreement_id,
        received_on=lot.received_on,
        price=lot.price,
        agreed_value=lot.agreed_value,
        loss_policy=loss_policy,
    )


def _amount(qty: int, unit: Unit) -> str:
    return f"{format_quantity(qty, unit)} {UNIT_TH[unit]}"
