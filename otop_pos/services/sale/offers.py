"""What a scanned or typed code stands for: one offer per producer."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import bindparam, or_, select, union
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRow, LotBalanceRow, LotRow, ProducerRow, ProductCodeRow, ProductRow
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow
from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.allocation import Available, first_out
from otop_pos.domain.barcode import is_lot_code
from otop_pos.domain.errors import UnknownCode
from otop_pos.domain.sale import Offer
from otop_pos.domain.search import fold
from otop_pos.domain.stock import Bucket
from otop_pos.domain.writable import visible_text
from otop_pos.services.producer import producer_of
from otop_pos.services.product import codes_of, product_of
from otop_pos.services.sale.catalogue import read_catalogue

# Built once: making these anew for every scan costs more than running them.
_LOTS = (
    select(LotRow, LotBalanceRow.qty, ProductRow, ProducerRow, AgreementRow.tax_mode)
    .join(LotBalanceRow, (LotBalanceRow.lot_id == LotRow.id) & (LotBalanceRow.bucket == Bucket.SELLABLE))
    .join(ProductRow, ProductRow.id == LotRow.product_id)
    .join(ProducerRow, ProducerRow.id == LotRow.producer_id)
    .join(AgreementRow, AgreementRow.id == LotRow.agreement_id)
    .order_by(ProductRow.name_th, ProductRow.id)
)
_LABELLED = _LOTS.where(LotRow.code == bindparam("code"))
_STOCKED = _LOTS.where(
    LotBalanceRow.qty > 0, ProductRow.active, ProductRow.id.in_(bindparam("products", expanding=True))
)
_IN_FORCE = (AgreementRow.valid_from <= bindparam("on")) & or_(
    AgreementRow.valid_to.is_(None), AgreementRow.valid_to >= bindparam("on")
)
_UNSTOCKED = (
    select(ProductRow, ProducerRow, AgreementRow.tax_mode)
    .join(ProducerRow, ProducerRow.id == ProductRow.producer_id)
    .outerjoin(AgreementRow, (AgreementRow.producer_id == ProducerRow.id) & _IN_FORCE)
    .where(ProductRow.active, ProductRow.id.in_(bindparam("products", expanding=True)))
    .order_by(ProductRow.id)
)
_CODED = union(
    select(ProductRow.id).where(ProductRow.sku == bindparam("sku")),
    select(ProductCodeRow.product_id).where(ProductCodeRow.code == bindparam("code")),
)
_ACTIVE = select(ProductRow.id).where(ProductRow.active, ProductRow.id.in_(bindparam("products", expanding=True)))


@query
def find_offers(session: Session, code: str, *, on: date) -> tuple[Offer, ...]:
    """A lot's label gives that lot; a product's or maker's code one offer per producer, whose lot goes
    first. More than one: a person chooses. Refuses UnknownCode."""
    code = visible_text(code)
    if is_lot_code(code):
        # A pinned lot also when it is empty, so that its label still says what it is.
        pinned = _offers(session, session.execute(_LABELLED, {"code": code}), on, is_pinned=True)
        if pinned:
            return pinned
    ids = session.connection().scalars(_CODED, {"sku": code.upper(), "code": code}).all()
    offers = _offers_of_products(session, ids, on)
    if not offers:
        raise UnknownCode(code)
    return offers


@query
def search_offers(session: Session, text: str, *, on: date, limit: int = 30) -> tuple[Offer, ...]:
    """Goods whose name, code or maker has the text in any part; what is on the shelf comes first."""
    offers = _offers_of_products(session, _found(session, fold(text), limit), on)
    return tuple(sorted(offers, key=lambda offer: (offer.on_hand <= 0, offer.product.name_th, offer.product.id)))


def _found(session: Session, folded: str, limit: int) -> list[int]:
    """Of the products with this text the first ones that are still sold."""
    matches, found = read_catalogue(session).matching(folded), list[int]()
    while len(found) < limit and (some := list(islice(matches, limit))):
        active = set(session.connection().scalars(_ACTIVE, {"products": some}))
        found += [each for each in some if each in active]
    return found[:limit]


def _offers_of_products(session: Session, ids: Sequence[int], on: date) -> tuple[Offer, ...]:
    stocked = _offers(session, session.execute(_STOCKED, {"products": ids}), on, is_pinned=False) if ids else ()
    bare = sorted({*ids} - {offer.product.id for offer in stocked})
    return (*stocked, *_without_stock(session.execute(_UNSTOCKED, {"products": bare, "on": on}) if bare else ()))


def _offers(session: Session, lots: Iterable[AnyRow], on: date, *, is_pinned: bool) -> tuple[Offer, ...]:
    groups: dict[tuple[int, int], list[AnyRow]] = {}
    for row in lots:
        groups.setdefault((row.LotRow.product_id, row.LotRow.producer_id), []).append(row)
    codes = codes_of(session, [product_id for product_id, _producer in groups]) if groups else {}
    return tuple(_offer(group, codes.get(key[0], ()), on, is_pinned=is_pinned) for key, group in groups.items())


def _offer(group: Sequence[AnyRow], codes: tuple[str, ...], on: date, *, is_pinned: bool) -> Offer:
    by_id = {row.LotRow.id: row for row in group}
    first = first_out([_available(row.LotRow, row.qty, on) for row in group])[0]
    lot, _qty, product, producer, tax_mode = by_id[first.lot_id]
    return Offer(
        product=product_of(product, codes),
        producer=producer_of(producer),
        unit_price=lot.price,
        tax_mode=tax_mode,
        on_hand=sum(row.qty for row in group),
        lot_id=lot.id,
        lot_code=lot.code,
        expires_on=lot.expires_on,
        is_pinned=is_pinned,
    )


def _available(lot: LotRow, qty: int, on: date) -> Available:
    is_expired = lot.expires_on is not None and lot.expires_on < on
    return Available(lot.id, qty, lot.price, lot.expires_on, lot.received_on, is_expired)


def _without_stock(rows: Iterable[AnyRow]) -> tuple[Offer, ...]:
    """On no shelf by the books, but in the customer's hand: it is sold, and cleared up next morning."""
    return tuple(
        Offer(product_of(product), producer_of(producer), product.price, tax_mode or TaxMode.NONE)
        for product, producer, tax_mode in rows
    )
