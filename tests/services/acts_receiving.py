"""Acts of the receiving desk for the table of rights."""

from typing import TYPE_CHECKING, Any

from otop_pos.domain.right import Right

if TYPE_CHECKING:
    from tests.services.acts import World


def _note(world: "World") -> tuple[Any, ...]:
    """The farmer's honey: nothing of it was sold yet."""
    return (world.shop.deliveries[2].doc_no, "รับผิดราย")


ROWS = (("receiving.reversing.reverse_delivery", Right.REVERSE_DELIVERY, _note),)
