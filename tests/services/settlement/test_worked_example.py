"""The worked example of the consignment rules: sold, settled, paid, returned, settled again."""

from dataclasses import replace

import pytest

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import NothingToPay
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import BAHT
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.sale import Sale
from otop_pos.domain.voucher import PayoutMethod
from otop_pos.services.settlement.issuing import read_statement
from otop_pos.services.settlement.vouching import prepare_voucher
from tests.books import broken
from tests.services.settlement.desk import DAY, NOW, TODAY, TOMORROW, Desk, two_cloths


def first_month(desk: Desk) -> Sale:
    """Two cloths sold, settled the next morning and paid from the drawer."""
    sale = two_cloths(desk.shop)
    desk.shop.close()
    desk.next_day()
    # A drawer with enough to pay from.
    desk.shop.sell(("P000003", 10_000), at=NOW + DAY)
    statement = desk.issue()
    assert (statement.opening, statement.closing) == (0, 1_500 * BAHT)
    voucher = desk.paid(statement)
    assert (voucher.gross, voucher.wht, voucher.net) == (1_500 * BAHT, 0, 1_500 * BAHT)
    assert desk.owed() == 0
    return sale


def test_next_statement_with_new_dues(desk: Desk) -> None:
    sale = first_month(desk)
    desk.shop.refund(sale, RefundLine(1, 1_000), at=NOW + DAY)
    assert desk.owed() == -750 * BAHT
    desk.adjust(2_000 * BAHT)
    desk.shop.close(at=NOW + DAY)
    statement = desk.issue(TOMORROW, at=NOW + 2 * DAY)
    assert statement.opening == 1_500 * BAHT
    assert statement.total(EntryKind.PAYOUT) == -1_500 * BAHT
    assert statement.total(EntryKind.REFUND) == -750 * BAHT
    assert statement.total(EntryKind.ADJUST) == 2_000 * BAHT
    assert statement.closing == 1_250 * BAHT
    assert statement.previous_no == "CM-0001-S0001"
    assert (statement.doc_no, statement.number) == ("CM-0001-S0002", 2)
    (payout,), (refund,) = statement.of(EntryKind.PAYOUT), statement.of(EntryKind.REFUND)
    assert payout.doc_no == "CM-PV690000001"
    assert (refund.doc_no, refund.sale_no) == ("CM01-1-R690000001", sale.doc_no)
    assert desk.ask(read_statement, "cm-0001-s0002").value == statement
    assert broken(desk.shop.database) == []


def test_next_statement_without_new_dues_is_carried(desk: Desk) -> None:
    sale = first_month(desk)
    desk.shop.refund(sale, RefundLine(1, 1_000), at=NOW + DAY)
    desk.shop.close(at=NOW + DAY)
    statement = desk.issue(TOMORROW, at=NOW + 2 * DAY)
    assert statement.closing == -750 * BAHT
    assert not statement.is_payable
    with pytest.raises(NothingToPay):
        desk.run(prepare_voucher, statement.doc_no, PayoutMethod.CASH)
    desk.next_day(2)
    desk.shop.sell(("P000001", 1_000), at=NOW + 2 * DAY)
    desk.shop.close(at=NOW + 2 * DAY)
    third = desk.issue(TODAY + 2 * DAY, at=NOW + 3 * DAY)
    assert (third.opening, third.closing) == (-750 * BAHT, 0)
    assert broken(desk.shop.database) == []


@pytest.mark.parametrize(
    ("bearer", "due", "commission"),
    [(Bearer.CENTRE, 1_500, 300), (Bearer.SHARED, 1_350, 450), (Bearer.PRODUCER, 1_300, 500)],
)
def test_who_bears_the_discount_is_on_the_statement(desk: Desk, bearer: Bearer, due: int, commission: int) -> None:
    basket = desk.shop.basket(("P000001", 2_000))
    basket = basket.with_line(0, replace(basket.lines[0], discount=Discount(1_000, bearer=bearer)))
    sale = desk.shop.sell(basket=basket)
    desk.shop.close()
    statement = desk.issue()
    (entry,) = statement.entries
    assert (entry.doc_no, entry.qty, entry.unit_price) == (sale.doc_no, 2_000, 1_070 * BAHT)
    assert (entry.gross, entry.disc_centre + entry.disc_producer) == (2_140 * BAHT, 214 * BAHT)
    assert (entry.net, entry.vat_centre) == (1_926 * BAHT, 126 * BAHT)
    assert (entry.commission, entry.amount) == (commission * BAHT, due * BAHT)
    assert entry.net == entry.commission + entry.vat_centre + entry.amount
    assert (entry.disc_centre > 0, entry.disc_producer > 0) == (bearer != "producer", bearer != "centre")
    assert statement.closing == due * BAHT
    assert broken(desk.shop.database) == []
