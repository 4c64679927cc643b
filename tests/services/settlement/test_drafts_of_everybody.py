"""The list of what can be settled: few questions to the books, and what stands in the way in words."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from otop_pos.db.database import Database
from otop_pos.domain.draft_row import DraftRow
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import BAHT
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.statement import LotAccount
from otop_pos.i18n import use_language
from otop_pos.services.settlement.drafting import draft_all, draft_statement
from otop_pos.services.settlement.ledger import hold_ledger
from tests.books import contents, count
from tests.services.settlement.desk import DAY, LATER, NOW, TODAY, TOMORROW, Desk, new_producer, new_terms, two_cloths


@contextmanager
def statements_of(database: Database) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(database.engine, "before_cursor_execute", listen)
    yield asked
    event.remove(database.engine, "before_cursor_execute", listen)


def rows(desk: Desk, cutoff: object = TODAY, at: object = LATER) -> dict[str, DraftRow]:
    found: tuple[DraftRow, ...] = desk.ask(draft_all, cutoff, at=at)
    return {row.producer.code: row for row in found}


def test_more_producers_are_no_more_questions(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.close()
    with statements_of(desk.shop.database) as few:
        rows(desk)
    for number in range(30):
        producer = new_producer(desk.shop, f"CM-03{number:02}")
        desk.adjust((number + 1) * BAHT, producer, at=NOW)
    with statements_of(desk.shop.database) as many:
        found = rows(desk)
    assert len(found) == 31
    assert len(many) == len(few) <= 12


def test_a_draft_asks_no_more_for_more_entries(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.close()
    with statements_of(desk.shop.database) as few:
        desk.ask(draft_statement, desk.shop.weaver.id, TOMORROW, at=LATER)
    at = desk.next_day()
    for _ in range(10):
        desk.shop.sell(("P000001", 1_000), ("P000002", 1_000), at=at)
    desk.shop.close(at=at)
    with statements_of(desk.shop.database) as many:
        draft = desk.ask(draft_statement, desk.shop.weaver.id, TOMORROW, at=LATER)
    assert len(draft.entries) == 21
    assert len(many) == len(few)


def test_the_row_is_the_statement_in_figures(desk: Desk) -> None:
    sale = two_cloths(desk.shop)
    desk.shop.refund(sale, RefundLine(1, 1_000))
    desk.adjust(-50 * BAHT, kind=EntryKind.FEE, at=NOW)
    desk.shop.close()
    row = rows(desk)["CM-0001"]
    assert (row.opening, row.sales, row.refunds, row.other, row.paid) == (0, 150_000, -75_000, -5_000, 0)
    assert (row.closing, row.entries, row.can_issue, row.is_payable) == (70_000, 3, True, True)
    statement = desk.issue()
    assert (statement.closing, len(statement.entries)) == (row.closing, row.entries)
    desk.next_day()
    desk.shop.sell(("P000003", 10_000), at=LATER)
    desk.paid(statement)
    desk.shop.close(at=LATER)
    row = rows(desk, TOMORROW, LATER + DAY)["CM-0001"]
    assert (row.opening, row.paid, row.closing, row.is_payable) == (70_000, -70_000, 0, False)
    assert row.last_statement == statement.doc_no


@pytest.mark.parametrize(
    ("language", "words"), [("en", "till still open: CM01"), ("th", "")], ids=["English", "Thai is another text"]
)
def test_what_is_in_the_way_is_said_in_the_users_language(sqlite_desk: Desk, language: str, words: str) -> None:
    two_cloths(sqlite_desk.shop)
    use_language(language)
    row = rows(sqlite_desk)["CM-0001"]
    assert not row.can_issue
    assert not words or row.problems[0] == words


def test_every_obstacle_is_named(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    use_language("en")
    two_cloths(desk.shop)
    desk.shop.sell(("P000002", 21_000))
    desk.shop.close()
    assert rows(desk)["CM-0001"].problems == ("1 sales still without a lot", "no approved bank account")
    assert rows(desk, TOMORROW + DAY)["CM-0001"].problems[0] == "the cut-off is after today"
    new_terms(desk.shop, min_payout=100_000_000, valid_to="2026-11-01")
    desk.run(hold_ledger, desk.shop.weaver.id, None, "รอเอกสาร")
    row = rows(desk)["CM-0001"]
    assert row.problems[1:] == (
        "the agreement has ended",
        "payments on hold: รอเอกสาร",
        "less than the least payment of 1,000,000.00",
    )
    assert (row.can_issue, row.is_payable) == (True, False)
    statement = desk.issue()
    row = rows(desk)["CM-0001"]
    assert row.problems[0] == f"settled already: {statement.doc_no}"
    assert not row.can_issue


def test_each_lot_has_its_account_over_the_period(desk: Desk) -> None:
    sale = two_cloths(desk.shop)
    desk.shop.close()
    first = desk.issue()
    (cloth, _silk) = first.lots
    assert (cloth.received, cloth.sold, cloth.customer_returns, cloth.closing) == (20_000, 2_000, 0, 18_000)
    at = desk.next_day()
    desk.shop.refund(sale, RefundLine(1, 1_000, is_damaged=True), at=at)
    desk.shop.sell(("P000001", 3_000), at=at)
    desk.shop.close(at=at)
    second = desk.issue(TOMORROW, at=at + DAY)
    again = second.lots[0]
    assert (again.opening, again.received, again.sold, again.customer_returns) == (18_000, 0, 3_000, 1_000)
    assert (again.closing, again.days_here) == (16_000, 1)
    assert all(adds_up(lot) for lot in (*first.lots, *second.lots))
    advice = next(each for each in second.advice if each.product_id == desk.shop.cloth.id)
    assert (advice.available, advice.sold, advice.sell_through_bp, advice.bring) == (18_000, 2_000, 1_111, 0)


def adds_up(lot: LotAccount) -> bool:
    came = lot.opening + lot.received + lot.customer_returns + lot.counted
    went = lot.sold + lot.returned_to_producer + lot.damaged + lot.lost + lot.expired + lot.donated
    return came - went == lot.closing


def test_drafts_change_nothing(sqlite_desk: Desk) -> None:
    two_cloths(sqlite_desk.shop)
    before = contents(sqlite_desk.shop.database)
    rows(sqlite_desk)
    sqlite_desk.ask(draft_statement, sqlite_desk.shop.weaver.id, TODAY, at=LATER)
    assert contents(sqlite_desk.shop.database) == before
    assert count(sqlite_desk.shop.database, "statement") == 0
