"""A busy till: shuffled baskets of the same few last pieces, some given up half way, some brought back.

`python -m tests.stories.rush <database> <till> <seed> <bills>` is one such till as a program of its own.
"""

import random
import sys
import time
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from otop_pos.db.database import Database, open_database
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Basket, Sale
from otop_pos.domain.shop import User
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import confirm_sale, find_offers
from tests.factories import NOW, TODAY
from tests.stories.nursery import CODES, first_user

GIVEN_UP, BROUGHT_BACK = 0.05, 0.2


class GivenUp(Exception):
    pass


@dataclass
class BusyTill:
    database: Database
    till: str
    user: User
    rng: random.Random
    sold: list[Sale] = field(default_factory=list)
    slowest: float = 0.0

    def work(self, bills: int) -> None:
        for _ in range(bills):
            started = time.monotonic()
            try:
                self.sold.append(self.database.run(self._sell, self._basket()))
            except GivenUp:
                continue
            self.slowest = max(self.slowest, time.monotonic() - started)
            if self.rng.random() < BROUGHT_BACK:
                self._bring_back(self.sold[-1])

    def _basket(self) -> Basket:
        basket = Basket()
        for code in self.rng.sample(CODES, self.rng.randint(1, 3)):
            (offer,) = self.database.run(find_offers, code, on=TODAY)
            basket = basket.add(offer, self.rng.randint(1, 3) * 1_000)
        return basket

    def _sell(self, session: Session, basket: Basket) -> Sale:
        sale = confirm_sale(session, basket, (Given(CASH, 99_000_000),), till=self.till, user=self.user, at=NOW)
        if self.rng.random() < GIVEN_UP:
            raise GivenUp
        return sale

    def _bring_back(self, sale: Sale) -> None:
        lines = [RefundLine(line.line_no, 1_000, is_damaged=self.rng.random() < 0.3) for line in sale.lines]
        self.rng.shuffle(lines)
        wanted = Refund(sale.doc_no, tuple(lines), "เปลี่ยนใจ")
        self.database.run(refund_sale, wanted, till=self.till, user=self.user, at=NOW)


def _main(target: str, till: str, seed: str, bills: str) -> None:
    database = open_database(target)
    BusyTill(database, till, database.run(first_user), random.Random(int(seed))).work(int(bills))
    database.close()


if __name__ == "__main__":
    _main(*sys.argv[1:])
