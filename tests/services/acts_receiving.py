"""Acts of the receiving desk for the table of rights."""

from typing import TYPE_CHECKING, Any

from otop_pos.domain.product import Category, Product
from otop_pos.domain.receiving import Correction
from otop_pos.domain.right import Right

if TYPE_CHECKING:
    from tests.services.acts import World


def _note(world: "World") -> tuple[Any, ...]:
    """The farmer's honey: nothing of it was sold yet."""
    return (world.shop.deliveries[2].doc_no,)


def _basket(world: "World") -> tuple[Any, ...]:
    return (Product("", "ตะกร้า", category=Category.CRAFT, price=12_000, producer_id=world.shop.weaver.id),)


def _correction(world: "World") -> tuple[Any, ...]:
    return (*_note(world), (Correction(1, 18_000),), "นับผิด")


ROWS = (
    ("receiving.correcting.correct_delivery", Right.REVERSE_DELIVERY, _correction),
    ("receiving.labels.count_delivery_labels", Right.RECEIVE, _note),
    ("receiving.labels.count_note_copy", Right.RECEIVE, _note),
    ("receiving.newcomer.take_in_product", Right.KEEP_PRODUCT, _basket),
    ("receiving.reversing.reverse_delivery", Right.REVERSE_DELIVERY, lambda world: (*_note(world), "รับผิดราย")),
)
