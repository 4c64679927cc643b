"""Programs that sell until they are killed: forked from one that has everything loaded, so that each
costs milliseconds.

`python -m tests.stories.nursery <database> <till> <how>` reads a seed per line, starts a seller with it and
says `born <pid>`, then `sold <sale id> <document> <total>` for every sale, after its commit, and `dead <pid>`.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.database import Database, open_database
from otop_pos.db.models import UserRow
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Basket, Sale
from otop_pos.domain.shop import User
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import confirm_sale, find_offers
from tests.factories import NOW, TODAY

ROOT = Path(__file__).parents[2]
CODES = ("P000001", "P000002", "P000003")
HONEST, EARLY = "honest", "early"
"""An early one prints the receipt before the commit: the harness must find it out."""
PRINTING = 0.003


@dataclass
class Seller:
    """One till's cashier, who sells small baskets and sometimes takes one back."""

    database: Database
    till: str
    user: User
    rng: random.Random
    tell: Callable[[Sale], None]
    how: str = HONEST

    def sell(self) -> Sale:
        basket = Basket()
        for code in self.rng.sample(CODES, self.rng.randint(1, 3)):
            (offer,) = self.database.run(find_offers, code, on=TODAY)
            basket = basket.add(offer, self.rng.choice((1_000, 2_000)))
        given = (Given(CASH, 10_000_000),)
        sale = self.database.run(self._confirm, basket, given)
        if self.how == HONEST:
            self.tell(sale)
        if self.rng.random() < 0.2:
            back = Refund(sale.doc_no, (RefundLine(1, 1_000),), "เปลี่ยนใจ")
            self.tell(self.database.run(refund_sale, back, till=self.till, user=self.user, at=NOW))
        return sale

    def _confirm(self, session: Session, basket: Basket, given: tuple[Given, ...]) -> Sale:
        sale = confirm_sale(session, basket, given, till=self.till, user=self.user, at=NOW)
        if self.how == EARLY:
            self.tell(sale)
            time.sleep(PRINTING)
        return sale


def first_user(session: Session) -> User:
    row = session.scalars(select(UserRow).order_by(UserRow.id)).first()
    assert row is not None
    return User(row.id, row.code, row.name, row.role)


@dataclass
class Nursery:
    """The harness's side. `sold` are the sales and refunds that were acknowledged."""

    program: "subprocess.Popen[str]"
    sold: dict[UUID, str] = field(default_factory=dict)

    def start(self, seed: int) -> int:
        self._say(str(seed))
        return int(self._hear("born"))

    def wait_for_sales(self, count: int) -> None:
        for _ in range(count):
            self._hear("sold")

    def kill(self, pid: int) -> None:
        os.kill(pid, signal.SIGKILL)
        self.wait_for_death(pid)

    def wait_for_death(self, pid: int) -> None:
        assert int(self._hear("dead")) == pid

    def _say(self, line: str) -> None:
        assert self.program.stdin
        self.program.stdin.write(f"{line}\n")
        self.program.stdin.flush()

    def _hear(self, word: str) -> str:
        """The rest of the next line with this word; sales heard on the way are kept."""
        assert self.program.stdout
        for line in self.program.stdout:
            said, _space, rest = line.rstrip("\n").partition(" ")
            if said == "sold":
                sale_id, doc_no = rest.split(" ")
                self.sold[UUID(sale_id)] = doc_no
            if said == word:
                return rest
        raise AssertionError(f"the nursery ended before it said {word!r}")


@contextmanager
def nursery(target: str, till: str = "CM01", how: str = HONEST) -> Iterator[Nursery]:
    command = [sys.executable, "-m", "tests.stories.nursery", target, till, how]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, bufsize=1) as program:
        yield Nursery(program)
        assert program.stdin
        program.stdin.close()


def _run(target: str, till: str, how: str) -> None:
    open_database(target).close()  # loads what the children then have
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _sell_for_ever(target, till, how, random.Random(int(line)))
        _tell(f"born {pid}")
        os.waitpid(pid, 0)
        _tell(f"dead {pid}")


def _sell_for_ever(target: str, till: str, how: str, rng: random.Random) -> None:
    database = open_database(target)
    seller = Seller(
        database, till, database.run(first_user), rng, lambda sale: _tell(f"sold {sale.id} {sale.doc_no}"), how
    )
    while True:
        seller.sell()


def _tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    _run(*sys.argv[1:])
