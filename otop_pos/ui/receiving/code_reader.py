"""What a scan means while goods are taken in: the maker's card, goods, or a label of an earlier delivery."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.barcode import is_lot_code
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.stock import Lot
from otop_pos.services.producer import find_producers
from otop_pos.services.product import find_products
from otop_pos.services.stock import list_lots
from otop_pos.ui.backend import Door


class CodeReader(QObject):
    """`read_producer(code)` and `read_product(code, producer)`; answers come in the order of the scans."""

    producer_found = Signal(object)
    producer_unknown = Signal(str)
    product_found = Signal(object)
    product_unknown = Signal(object, str)
    """The producer at the desk, and the code."""

    def __init__(self, backend: Door, owner: QWidget) -> None:
        super().__init__(owner)
        self._backend = backend
        self._owner = owner

    def read_producer(self, code: str) -> None:
        if is_lot_code(code):
            self._backend.call(list_lots, code, done=partial(self._maker_of_lot, code), owner=self._owner)
        else:
            self._backend.call(find_producers, code, done=partial(self._makers_came, code), owner=self._owner)

    def read_product(self, code: str, producer: Producer) -> None:
        if is_lot_code(code):
            self._backend.call(list_lots, code, done=partial(self._lots_came, producer, code), owner=self._owner)
        else:
            self._backend.call(
                find_products,
                code,
                producer_id=producer.id,
                done=partial(self._products_came, producer, code),
                owner=self._owner,
            )

    def _makers_came(self, code: str, found: Sequence[Producer]) -> None:
        self._give_producer(code, [each for each in found if each.code.casefold() == code.casefold()])

    def _maker_of_lot(self, code: str, lots: Sequence[Lot]) -> None:
        self._give_producer(code, [lot.producer for lot in lots])

    def _give_producer(self, code: str, producers: Sequence[Producer]) -> None:
        if producers:
            self.producer_found.emit(producers[0])
        else:
            self.producer_unknown.emit(code)

    def _products_came(self, producer: Producer, code: str, found: Sequence[Product]) -> None:
        wanted = code.casefold()
        exact = [each for each in found if wanted in (each.sku.casefold(), *(own.casefold() for own in each.codes))]
        self._give_product(producer, code, exact)

    def _lots_came(self, producer: Producer, code: str, lots: Sequence[Lot]) -> None:
        self._give_product(producer, code, [lot.product for lot in lots if lot.producer.id == producer.id])

    def _give_product(self, producer: Producer, code: str, products: Sequence[Product]) -> None:
        if products:
            self.product_found.emit(products[0])
        else:
            self.product_unknown.emit(producer, code)
