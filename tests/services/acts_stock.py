"""Acts on the shelf for the table of rights."""

from typing import TYPE_CHECKING, Any

from otop_pos.domain.payment import Given
from otop_pos.domain.product import Category, Product
from otop_pos.domain.right import Right
from otop_pos.domain.stock import Bucket, Lot, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct
from otop_pos.services.product import add_product
from otop_pos.services.stock import list_lots, list_notes
from otop_pos.services.stock.counting import count_lot, list_counts, start_count
from otop_pos.services.stock.exception import list_exceptions
from tests.factories import SmallShop
from tests.services.stock.desk import Desk

if TYPE_CHECKING:
    from tests.services.acts import World

BASKET = "P000009"
ALL_THERE, ONE_MISSING = "ครบ", "ขาดหนึ่ง"
CAUSES = {
    NoteKind.TRANSFER: MoveKind.TRANSFER,
    NoteKind.RETURN: MoveKind.SUPPLIER_RETURN,
    NoteKind.LOSS: MoveKind.LOSS,
    NoteKind.CORRECTION: MoveKind.RECEIVE,
}


def prepare_stock(shop: SmallShop) -> None:
    """Goods of their own: one note of each right, two counts, and a piece that was sold without a lot."""
    desk = Desk(shop)
    basket = Product(BASKET, "ตะกร้าหวาย", category=Category.CRAFT, price=10_000, producer_id=shop.weaver.id)
    basket = shop.database.run(add_product, basket)
    shop.receive(basket, 5_000)
    shop.sell((BASKET, 6_000), given=(Given("card", 60_000, "A-77"),))
    shop.receive(basket, 20_000)
    for kind in CAUSES:
        desk.post(kind, _wish(_lot(shop), kind))
    for name, qty in ((ALL_THERE, 16_000), (ONE_MISSING, 15_000)):
        begun = desk.run(start_count, name, shop.weaver.id)
        desk.run(count_lot, begun.id, _lot(shop).code, qty)


def _lot(shop: SmallShop) -> Lot:
    return next(lot for lot in shop.database.run(list_lots, BASKET) if lot.on_hand)


def _wish(lot: Lot, kind: NoteKind) -> NoteWish:
    return NoteWish(lot.id, 1_000, CAUSES[kind], moved_to=Bucket.QUARANTINE if kind is NoteKind.TRANSFER else None)


def _post(kind: NoteKind) -> Any:
    return lambda world: (StockAct(kind, (_wish(_lot(world.shop), kind),), "ตามที่ตรวจพบ"),)


def _reverse(kind: NoteKind) -> Any:
    return lambda world: (world.database.run(list_notes, 0, kind)[-1].doc_no, "ลงผิด")


def _count(name: str) -> Any:
    return lambda world: (next(each.id for each in world.database.run(list_counts) if each.name == name),)


def _scan(world: "World") -> tuple[Any, ...]:
    return (*_count(ALL_THERE)(world), _lot(world.shop).code, 1_000)


def _resolve(world: "World") -> tuple[Any, ...]:
    (waiting,) = world.database.run(list_exceptions)
    return waiting.sale_id, waiting.line_no, _lot(world.shop).id, 1_000


_NOTES = (
    (NoteKind.TRANSFER, Right.MOVE_STOCK),
    (NoteKind.RETURN, Right.RETURN_GOODS),
    (NoteKind.LOSS, Right.WRITE_OFF),
    (NoteKind.CORRECTION, Right.REVERSE_DELIVERY),
)
ROWS: tuple[tuple[str, Right, Any], ...] = (
    *(("stock.moving.post_note", right, _post(kind)) for kind, right in _NOTES),
    *(("stock.moving.reverse_note", right, _reverse(kind)) for kind, right in _NOTES),
    ("stock.counting.start_count", Right.COUNT_STOCK, lambda _world: ("นับอีกครั้ง",)),
    ("stock.counting.count_lot", Right.COUNT_STOCK, _scan),
    ("stock.counting.cancel_count", Right.COUNT_STOCK, _count(ALL_THERE)),
    ("stock.count_posting.post_count", Right.COUNT_STOCK, _count(ALL_THERE)),
    ("stock.count_posting.post_count", Right.WRITE_OFF, _count(ONE_MISSING)),
    ("stock.exception.resolve_exception", Right.RESOLVE_SALE, _resolve),
    ("stock.price.change_lot_price", Right.CHANGE_PRICE, lambda world: (_lot(world.shop).id, 9_000, "ลดราคา")),
    (
        "stock.price.change_product_price",
        Right.CHANGE_PRICE,
        lambda world: (_lot(world.shop).product.id, 9_000, True),
    ),
    ("stock.price.count_labels", Right.RECEIVE, lambda world: (_lot(world.shop).id, 3, "ป้ายหลุด")),
)
"""Use case, right, arguments: as the rows of `Act`."""
