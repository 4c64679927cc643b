"""The floor of a sale: the same rows written by hand, with the driver alone and the same pragmas."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from otop_pos.domain.identity import new_id
from otop_pos.domain.sale import Basket, BasketLine

_NUMBER = (
    "INSERT INTO document_series VALUES (?, 1, 'SALE', ?, 1) "
    "ON CONFLICT DO UPDATE SET last_no = last_no + 1 RETURNING last_no"
)
_SALE = "INSERT INTO sale VALUES (?,'SALE',?,?,1,?,?,?,?,?,?,1,?,0,?,?,0,NULL,'',?,0,NULL)"
_LINE = "INSERT INTO sale_line VALUES (?,?,?,?,?,?,?,?,?,?,0,?,0,0,?,'V7',700,?,NULL,NULL)"
_VAT = "INSERT INTO sale_vat VALUES (?,'V7',700,?,?)"
_ALLOC = (
    "INSERT INTO sale_alloc VALUES (?,?,1,?,?,?,?,?,0,0,?,?,'percent',2500,0,'before_vat',?,0,?,'full_price',"
    "NULL,NULL,NULL,NULL)"
)
_PAYMENT = "INSERT INTO payment VALUES (?,1,'cash',?,?,'')"
_PAYABLE = "INSERT INTO payable VALUES (?,?,'sale',?,?,?,?,?,1)"
_MOVE = "INSERT INTO lot_move VALUES (?,?,'sellable','sale',?,?,?,1,?,?,NULL)"
_TAKE_OUT = "UPDATE lot_balance SET qty = qty - ? WHERE lot_id = ? AND bucket = 'sellable'"


class HandWrittenSale:
    """`write` is one durable transaction of a cash sale under the bench shop's agreement. It reads nothing:
    lots, prices and terms are known beforehand."""

    def __init__(self, driver: Any, till: str, session_id: int, at: datetime, business_date: date) -> None:
        self.driver, self.till, self.session_id = driver, till, session_id
        self.at, self.day = at.strftime("%Y-%m-%d %H:%M:%S.%f"), business_date.isoformat()
        self.year, self.hour = (business_date.year + 543) % 100, (at.hour + 7) % 24

    def write(self, basket: Basket, tendered: int) -> None:
        execute, many = self.driver.execute, self.driver.executemany
        key, lines = new_id().hex, list(enumerate(basket.lines, start=1))
        total, vat = sum(line.gross for line in basket.lines), sum(_vat(line) for line in basket.lines)
        execute("BEGIN IMMEDIATE")
        execute(_SALE, (key, *self._head(), total, total, vat, "0" * 64))
        many(_LINE, [(key, no, *_goods(line), *_money(line)) for no, line in lines])
        execute(_VAT, (key, total, vat))
        many(_ALLOC, [(key, no, *_lot(line), line.qty, line.gross, line.gross, *_shares(line)) for no, line in lines])
        execute(_PAYMENT, (key, total, tendered))
        many(_PAYABLE, [self._payable(key, no, line) for no, line in lines])
        many(_MOVE, [(new_id().hex, line.offer.lot_id, -line.qty, self.at, self.day, key, no) for no, line in lines])
        many(_TAKE_OUT, [(line.qty, line.offer.lot_id) for _no, line in lines])
        execute("COMMIT")

    def _head(self) -> Sequence[object]:
        number = self.driver.execute(_NUMBER, (self.till, self.year)).fetchone()[0]
        doc_no = f"{self.till}-1-{self.year:02d}{number:07d}"
        return doc_no, self.till, self.year, number, self.session_id, self.day, self.at, self.hour

    def _payable(self, key: str, line_no: int, line: BasketLine) -> Sequence[object]:
        due = _shares(line)[2]
        return new_id().hex, line.offer.producer.id, due, self.at, self.day, key, line_no


def _goods(line: BasketLine) -> Sequence[object]:
    product = line.offer.product
    names = product.name_th, product.name_en
    return product.id, line.offer.producer.id, *names, product.category.value, product.unit.value


def _money(line: BasketLine) -> Sequence[object]:
    return line.qty, line.unit_price, line.gross, line.gross, _vat(line)


def _lot(line: BasketLine) -> Sequence[object]:
    """In the bench shop a producer's first agreement has the producer's own number."""
    return line.offer.lot_id, line.offer.producer.id, line.offer.producer.id


def _shares(line: BasketLine) -> tuple[int, int, int]:
    """VAT, the centre's quarter of the rest, and what is the producer's."""
    vat = _vat(line)
    commission = (line.gross - vat + 2) // 4
    return vat, commission, line.gross - vat - commission


def _vat(line: BasketLine) -> int:
    return (line.gross * 14 + 107) // 214
