"""What the books hold no piece of is sold all the same, named next morning, and owed to nobody."""

from datetime import timedelta

import pytest

from otop_pos.domain.refund import RefundLine
from otop_pos.services.report import summarise_day
from tests.books import broken, count, rows, value
from tests.factories import TODAY, SmallShop

EXCEPTIONS = "SELECT line_no, qty, gross, discount, net, vat FROM stock_exception ORDER BY gross DESC, qty DESC"


def owed(shop: SmallShop) -> int:
    return int(value(shop.database, "SELECT COALESCE(SUM(amount), 0) FROM payable"))


def test_pieces_beyond_the_books_are_an_exception_and_owed_to_nobody(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 23_000))
    assert (sale.lines[0].qty, sale.net, sale.vat) == (23_000, 2_461_000, 161_000)
    assert rows(shop.database, EXCEPTIONS) == [(1, 3_000, 321_000, 0, 321_000, 21_000)]
    assert rows(shop.database, "SELECT qty, net, due FROM sale_alloc") == [(20_000, 2_140_000, 1_500_000)]
    assert owed(shop) == 1_500_000
    assert shop.offer("P000001").on_hand == 0
    assert broken(shop.database) == []


def test_goods_of_which_nothing_is_on_the_books_never_hold_up_the_queue(shop: SmallShop) -> None:
    shop.sell(("P000001", 20_000))
    before = owed(shop)
    sale = shop.sell(("P000001", 1_000), ("P000003", 1_000))
    assert (sale.lines[0].lot_codes, sale.net) == ((), 125_000)
    assert owed(shop) - before == 12_617
    assert broken(shop.database) == []


def test_a_label_sells_its_own_lot_only(shop: SmallShop) -> None:
    """Twenty others stand on the shelf; the label in the cashier's hand says which piece left."""
    code = shop.receive(shop.cloth, 1_000).lines[0].lot_code
    sale = shop.sell((code, 3_000))
    assert sale.lines[0].lot_codes == (code,)
    assert rows(shop.database, "SELECT qty FROM stock_exception") == [(2_000,)]
    assert shop.offer("P000001").on_hand == 20_000
    assert broken(shop.database) == []


def test_a_label_gets_its_own_piece_before_a_line_without_one(shop: SmallShop) -> None:
    """The last piece of the lot that goes first is in the customer's hand, scanned by its label, second."""
    first = shop.receive(shop.honey, 1_000, expires_on=TODAY + timedelta(days=3)).lines[0].lot_code
    basket = shop.basket(("P000003", 1_000), (first, 1_000))
    assert len(basket.lines) == 2
    sale = shop.sell(basket=basket)
    assert [line.lot_codes for line in sale.lines] == [(shop.deliveries[2].lines[0].lot_code,), (first,)]
    assert count(shop.database, "stock_exception") == 0
    assert broken(shop.database) == []


def test_the_label_of_an_empty_lot_sells_as_an_exception(shop: SmallShop) -> None:
    code = shop.receive(shop.cloth, 1_000).lines[0].lot_code
    shop.sell((code, 1_000))
    shop.sell((code, 1_000))
    assert shop.offer("P000001").on_hand == 20_000
    assert rows(shop.database, "SELECT qty FROM stock_exception") == [(1_000,)]
    assert broken(shop.database) == []


def test_the_day_says_what_awaits_a_lot(shop: SmallShop) -> None:
    shop.sell(("P000001", 23_000))
    summary = shop.database.run(summarise_day, TODAY)
    assert (summary.awaiting_lot, summary.open_exceptions) == (321_000, 1)
    assert all(proof.holds for proof in summary.proofs)


def test_what_was_sold_without_a_lot_comes_back_first(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 22_000))
    back = shop.refund(sale, RefundLine(1, 1_000))
    assert back.net == -107_000
    assert owed(shop) == 1_500_000
    assert rows(shop.database, "SELECT qty FROM stock_exception ORDER BY qty") == [(-1_000,), (2_000,)]
    assert shop.offer("P000001").on_hand == 0
    assert broken(shop.database) == []


@pytest.mark.parametrize(
    "parts", [(22_000,), (1_000, 21_000), (21_000, 1_000), (1_000,) * 3 + (19_000,), (3_000, 19_000)]
)
def test_an_oversold_line_comes_back_to_nothing_in_any_parts(sqlite_shop: SmallShop, parts: tuple[int, ...]) -> None:
    sale = sqlite_shop.sell(("P000001", 22_000))
    refunds = [sqlite_shop.refund(sale, RefundLine(1, qty)) for qty in parts]
    assert sum(refund.net for refund in refunds) == -sale.net
    assert sum(refund.vat for refund in refunds) == -sale.vat
    assert owed(sqlite_shop) == 0
    assert sqlite_shop.offer("P000001").on_hand == 20_000
    assert rows(sqlite_shop.database, "SELECT SUM(qty), SUM(net), SUM(vat) FROM stock_exception") == [(0, 0, 0)]
    assert broken(sqlite_shop.database) == []


def test_what_came_back_whole_awaits_no_lot_any_more(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 22_000))
    shop.refund(sale, RefundLine(1, 1_000))
    assert shop.database.run(summarise_day, TODAY).open_exceptions == 1
    shop.refund(sale, RefundLine(1, 1_000))
    summary = shop.database.run(summarise_day, TODAY)
    assert (summary.awaiting_lot, summary.open_exceptions) == (0, 0)
    assert count(shop.database, "stock_exception") == 3
