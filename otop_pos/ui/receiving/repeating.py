"""The maker's last delivery once more, as a beginning."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from otop_pos.domain.product import Product
from otop_pos.domain.receiving import DeliveryLine
from otop_pos.services.product import find_products
from otop_pos.services.receiving import repeat_last_delivery
from otop_pos.ui.backend import Door
from otop_pos.ui.receiving.draft import DraftLine
from otop_pos.ui.screen import Screen

MOST_PRODUCTS = 1000
"""Of one maker, when last time's are looked up by their ids."""


class Repeating(QObject):
    """`repeat(producer_id)` ends in `found(producer_id, lines)`, without lines where nothing came before."""

    found = Signal(int, object)

    def __init__(self, backend: Door, screen: Screen) -> None:
        super().__init__(screen)
        self._backend = backend
        self._screen = screen

    def repeat(self, producer_id: int) -> None:
        self._backend.call(
            repeat_last_delivery, producer_id, done=partial(self._look_up, producer_id), owner=self._screen
        )

    def _look_up(self, producer_id: int, lines: Sequence[DeliveryLine]) -> None:
        self._backend.call(
            find_products,
            "",
            producer_id=producer_id,
            limit=MOST_PRODUCTS,
            done=partial(self._give, producer_id, lines),
            owner=self._screen,
        )

    def _give(self, producer_id: int, lines: Sequence[DeliveryLine], products: Sequence[Product]) -> None:
        """What the maker does not bring any more is left out."""
        by_id = {product.id: product for product in products}
        self.found.emit(
            producer_id, [DraftLine(by_id[line.product_id], line) for line in lines if line.product_id in by_id]
        )
