"""A use case that reads: one snapshot, no lock, nothing written."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.db.models import SaleRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.errors import Refusal
from otop_pos.domain.right import Role
from otop_pos.services.report import summarise_day
from otop_pos.services.till import close_till
from otop_pos.services.user import list_users
from tests.books import count
from tests.factories import FLOAT, NOW, TODAY, SmallShop


def sales_in(session: Session) -> int:
    return session.execute(select(func.count()).select_from(SaleRow)).scalar_one()


def test_a_report_does_not_see_a_sale_committed_meanwhile(shop: SmallShop) -> None:
    shop.sell(("P000001", 1000))

    @query
    def long_report(session: Session) -> tuple[int, int]:
        before = sales_in(session)
        shop.sell(("P000001", 1000))
        session.expire_all()
        return before, sales_in(session)

    assert shop.database.run(long_report) == (1, 1)
    assert count(shop.database, "sale") == 2


def test_a_summary_made_while_others_sell_proves_itself(shop: SmallShop) -> None:
    """Its figures come from ten statements, all of one moment."""

    @query
    def summarise_while_selling(session: Session) -> bool:
        first = sales_in(session)
        shop.sell(("P000003", 1000))
        summary = summarise_day(session, TODAY)
        assert summary.receipt_count == first
        return all(proof.holds for proof in summary.proofs)

    assert shop.database.run(summarise_while_selling)


def test_a_long_report_holds_up_no_till(shop: SmallShop) -> None:
    @query
    def report_over_closing_time(session: Session) -> int:
        sales_in(session)
        shop.sell(("P000001", 1000))
        shop.database.run(close_till, "CM01", FLOAT, "ทดสอบ", user=shop.manager, at=NOW + timedelta(hours=3))
        shop.open(at=NOW + timedelta(hours=4))
        return sales_in(session)

    assert shop.database.run(report_over_closing_time) == 0


def test_a_report_during_a_sale_waits_for_nothing(shop: SmallShop) -> None:
    def sell_slowly(session: Session) -> None:
        session.execute(text("UPDATE lot_balance SET qty = qty"))
        assert shop.database.run(summarise_day, TODAY).receipt_count == 0

    shop.database.run(sell_slowly)


def test_a_query_cannot_write(database: Database) -> None:
    @query
    def write_all_the_same(session: Session) -> None:
        session.add(UserRow(code="X", name="X", role=Role.CASHIER, active=True))
        session.flush()

    try:
        database.run(write_all_the_same)
    except Refusal:
        assert database.engine.dialect.name == "postgresql", "it refuses at once; SQLite rolls back at the end"
    assert database.run(list_users) == ()


def test_a_query_that_fails_gives_its_connection_back(database: Database) -> None:
    @query
    def fail(session: Session) -> None:
        sales_in(session)
        raise KeyError("a bug")

    for _ in range(30):
        with pytest.raises(KeyError):
            database.run(fail)
    assert count(database, "sale") == 0
