"""Which entries a statement takes in: days that are over, whole, once, and what came late on the next one."""

from datetime import timedelta

import pytest

from otop_pos.domain.errors import (
    CutoffInFuture,
    CutoffNotAfter,
    CutoffStillOpen,
    DayStillOpen,
    NothingToSettle,
    NotNewest,
    StatementPaid,
)
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import BAHT
from otop_pos.domain.voucher import PayoutMethod
from otop_pos.services.settlement.drafting import draft_all, draft_statement
from otop_pos.services.settlement.issuing import issue_all, issue_statement, list_statements, reverse_statement
from otop_pos.services.settlement.ledger import list_balances
from otop_pos.services.settlement.vouching import cancel_voucher, prepare_voucher
from tests.books import broken, contents, count, value
from tests.factories import NOW, TODAY
from tests.services.settlement.desk import DAY, LATER, TOMORROW, Desk, new_producer, two_cloths


def test_an_open_day_is_not_settled(desk: Desk) -> None:
    """The last day is in whole: nothing can be sold on it any more."""
    two_cloths(desk.shop)
    before = contents(desk.shop.database)
    with pytest.raises(CutoffStillOpen) as refused:
        desk.issue()
    assert refused.value.tills == ("CM01",)
    assert isinstance(refused.value, DayStillOpen)
    assert contents(desk.shop.database) == before
    desk.shop.close()
    assert desk.issue().closing == 1_500 * BAHT


def test_a_till_of_today_does_not_keep_yesterday_back(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.close()
    desk.next_day()
    two_cloths(desk.shop, LATER)
    with pytest.raises(CutoffStillOpen):
        desk.issue(TOMORROW)
    statement = desk.issue(TODAY)
    assert statement.closing == 1_500 * BAHT
    assert {entry.business_date for entry in statement.entries} == {TODAY}


def test_a_day_to_come_is_not_settled(sqlite_desk: Desk) -> None:
    sqlite_desk.shop.close()
    with pytest.raises(CutoffInFuture) as refused:
        sqlite_desk.issue(TODAY + 2 * DAY)
    assert refused.value.today == TOMORROW


def test_the_same_again_is_the_same_and_an_earlier_day_is_refused(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.close()
    statement = desk.issue()
    assert desk.issue() == statement
    with pytest.raises(CutoffNotAfter) as refused:
        desk.run(issue_statement, desk.shop.weaver.id, TODAY, user=desk.second)
    assert (refused.value.last, refused.value.doc_no, refused.value.by) == (TODAY, statement.doc_no, desk.clerk.name)
    with pytest.raises(CutoffNotAfter):
        desk.issue(TODAY - DAY)
    with pytest.raises(CutoffNotAfter):
        desk.ask(draft_statement, desk.shop.weaver.id, TODAY, at=LATER)
    assert count(desk.shop.database, "statement") == 1


def test_with_nothing_sold_there_is_nothing_to_settle(desk: Desk) -> None:
    desk.shop.close()
    before = contents(desk.shop.database)
    with pytest.raises(NothingToSettle):
        desk.issue()
    assert contents(desk.shop.database) == before
    assert desk.ask(draft_all, TODAY, at=LATER) == ()


def test_a_late_sale_is_on_the_next_statement_and_says_so(desk: Desk) -> None:
    """The second till's clock stood on yesterday when it was opened."""
    two_cloths(desk.shop)
    desk.shop.close()
    first = desk.issue()
    desk.shop.open("CM02")
    late = desk.shop.sell(("P000001", 1_000), till="CM02", at=LATER + timedelta(hours=1))
    desk.shop.close("CM02")
    desk.next_day()
    on_time = desk.shop.sell(("P000001", 1_000), at=LATER)
    desk.shop.close(at=LATER)
    second = desk.issue(TOMORROW, at=LATER + DAY)
    assert {entry.doc_no: entry.is_late for entry in second.entries} == {late.doc_no: True, on_time.doc_no: False}
    assert (second.opening, second.period_from) == (first.closing, TOMORROW)
    assert second.closing == 3_000 * BAHT
    assert second.last_entry == first.last_entry + 2
    assert broken(desk.shop.database) == []


def test_a_draft_says_what_will_be_issued(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.sell(("P000003", 2_000))
    desk.shop.close()
    before = contents(desk.shop.database)
    draft = desk.ask(draft_statement, desk.shop.weaver.id, TODAY, at=LATER)
    rows = desk.ask(draft_all, TODAY, at=LATER)
    assert contents(desk.shop.database) == before
    assert (draft.number, draft.doc_no) == (0, "")
    statement = desk.issue()
    assert (draft.entries, draft.lots, draft.advice) == (statement.entries, statement.lots, statement.advice)
    assert [(row.producer.code, row.closing, row.can_issue) for row in rows] == [
        ("CM-0001", 1_500 * BAHT, True),
        ("CM-0002", 25_234, True),
    ]
    assert rows[0].closing == statement.closing


def test_many_are_settled_each_for_itself(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.sell(("P000003", 2_000))
    desk.shop.close()
    idle = new_producer(desk.shop, "CM-0009")
    producers = (desk.shop.weaver.id, idle.id, desk.shop.farmer.id)
    outcomes = issue_all(desk.shop.database, producers, TODAY, **desk.by())
    assert [each.statement and each.statement.doc_no for each in outcomes] == ["CM-0001-S0001", None, "CM-0002-S0001"]
    assert isinstance(outcomes[1].refusal, NothingToSettle)
    again = issue_all(desk.shop.database, producers, TODAY, **desk.by())
    assert [each.statement for each in again] == [each.statement for each in outcomes]
    assert count(desk.shop.database, "statement") == 2
    assert broken(desk.shop.database) == []


def test_a_statement_is_taken_back_and_its_entries_wait_for_the_next(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.close()
    first = desk.issue()
    voucher = desk.run(prepare_voucher, first.doc_no, PayoutMethod.CASH)
    with pytest.raises(StatementPaid):
        desk.run(reverse_statement, first.doc_no, "ออกเร็วไป", user=desk.shop.manager)
    desk.run(cancel_voucher, voucher.doc_no)
    taken_back = desk.run(reverse_statement, first.doc_no, "ออกเร็วไป", user=desk.shop.manager)
    assert taken_back.is_reversed
    assert desk.run(reverse_statement, first.doc_no, "ออกเร็วไป", user=desk.shop.manager) == taken_back
    with pytest.raises(NotNewest):
        desk.run(prepare_voucher, first.doc_no, PayoutMethod.CASH)
    second = desk.issue(at=LATER + timedelta(hours=1))
    assert (second.number, second.previous_no, second.opening) == (2, "", 0)
    assert second.entries == first.entries
    assert [each.is_reversed for each in desk.ask(list_statements)] == [False, True]
    assert value(desk.shop.database, "SELECT count(*) FROM statement_line WHERE is_live") == 1
    assert broken(desk.shop.database) == []


def test_only_the_newest_statement_is_taken_back(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.close()
    first = desk.issue()
    desk.adjust(-100 * BAHT, kind=EntryKind.FEE)
    second = desk.issue(TOMORROW, at=LATER + DAY)
    assert (second.opening, second.closing) == (1_500 * BAHT, 1_400 * BAHT)
    with pytest.raises(NotNewest) as refused:
        desk.run(reverse_statement, first.doc_no, "ผิด", user=desk.shop.manager)
    assert refused.value.newest == second.doc_no
    desk.run(reverse_statement, second.doc_no, "ผิด", user=desk.shop.manager)
    desk.run(reverse_statement, first.doc_no, "ผิด", user=desk.shop.manager)
    assert desk.ask(list_balances)[0].unsettled == desk.owed() == 1_400 * BAHT
    assert broken(desk.shop.database) == []


def test_a_fee_is_dated_today_and_not_on_yesterdays_statement(sqlite_desk: Desk) -> None:
    two_cloths(sqlite_desk.shop)
    sqlite_desk.shop.close()
    fee = sqlite_desk.adjust(-50 * BAHT, kind=EntryKind.FEE)
    assert fee.business_date == TOMORROW
    assert fee.id not in {entry.id for entry in sqlite_desk.issue().entries}
    statement = sqlite_desk.issue(TOMORROW, at=NOW + timedelta(days=2))
    assert [entry.id for entry in statement.entries] == [fee.id]
    assert statement.entries[0].remark == "ปรับปรุงยอด"
