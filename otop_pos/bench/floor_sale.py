"""The floor of a sale: the same rows written by hand, with the driver alone and the same pragmas."""

import random
from datetime import date, datetime
from typing import Any

from otop_pos.domain.identity import new_id
from otop_pos.domain.sale import Basket, BasketLine


class HandWrittenSale:
    """Prepares its values outside the clock; `write` is one durable transaction of a 3-line cash sale."""

    def __init__(self, driver: Any, till: str, session_id: int, at: datetime, business_date: date) -> None:
        self.driver, self.till, self.session_id = driver, till, session_id
        self.at, self.day = at.strftime("%Y-%m-%d %H:%M:%S.%f"), business_date.isoformat()
        self.number = random.randint(5_000_000, 9_000_000)

    def write(self, basket: Basket) -> None:
        execute, many = self.driver.execute, self.driver.executemany
        sale_id, total = new_id().hex, sum(line.gross for line in basket.lines)
        self.number += 1
        lines = list(enumerate(basket.lines, start=1))
        execute("BEGIN IMMEDIATE")
        execute("UPDATE document_series SET last_no = last_no + 0 WHERE owner = ?", (self.till,))
        execute(
            "INSERT INTO sale VALUES (?,'SALE',?,?,1,69,?,?,?,?,14,1,?,0,?,?,0,NULL,'',?)",
            (sale_id, *self._head(), total, total, total * 7 // 107, "0" * 64),
        )
        many(
            "INSERT INTO sale_line VALUES (?,?,?,?,?,?,?,?,?,?,0,?,0,0,?,'V7',700,?,NULL,NULL)",
            [
                (sale_id, no, *_goods(line), line.qty, line.unit_price, line.gross, line.gross, line.gross * 7 // 107)
                for no, line in lines
            ],
        )
        execute("INSERT INTO sale_vat VALUES (?,'V7',700,?,?)", (sale_id, total, total * 7 // 107))
        many(
            "INSERT INTO sale_alloc VALUES (?,?,1,?,?,?,?,?,0,0,?,0,'percent',2500,0,'before_vat',?,0,?,'full_price',"
            "NULL,NULL,NULL)",
            [
                (
                    sale_id,
                    no,
                    *_lot(line),
                    line.qty,
                    line.gross,
                    line.gross,
                    line.gross // 4,
                    line.gross - line.gross // 4,
                )
                for no, line in lines
            ],
        )
        execute("INSERT INTO payment VALUES (?,1,'cash',?,?,'')", (sale_id, total, total))
        many(
            "INSERT INTO payable VALUES (?,?,'sale',?,?,?,?,?,1)",
            [(new_id().hex, line.offer.producer.id, line.gross, self.at, self.day, sale_id, no) for no, line in lines],
        )
        many(
            "INSERT INTO lot_move VALUES (?,?,'sellable','sale',?,?,?,1,?,?)",
            [(new_id().hex, line.offer.lot_id, -line.qty, self.at, self.day, sale_id, no) for no, line in lines],
        )
        many(
            "UPDATE lot_balance SET qty = qty - ? WHERE lot_id = ? AND bucket = 'sellable'",
            [(line.qty, line.offer.lot_id) for _no, line in lines],
        )
        execute("COMMIT")

    def _head(self) -> tuple[object, ...]:
        doc_no = f"{self.till}-1-69{self.number}"
        return doc_no, self.till, self.number, self.session_id, self.day, self.at


def _goods(line: BasketLine) -> tuple[object, ...]:
    product = line.offer.product
    return product.id, line.offer.producer.id, product.name_th, product.name_en, "cloth", "piece"


def _lot(line: BasketLine) -> tuple[object, ...]:
    return line.offer.lot_id, line.offer.producer.id, line.offer.producer.id
