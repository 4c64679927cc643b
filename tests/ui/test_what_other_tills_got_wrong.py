"""The list of the specification, one test each: what went wrong in other tills and must not in this one.

Most have further tests of their own beside the code; here each stands as the cashier or manager meets it.
"""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout
from sqlalchemy import event

from otop_pos.db.database import open_database
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import NothingLeftToReturn, StoreUnreachable
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import RefundLine
from otop_pos.services.product_import import preview_product_file
from otop_pos.services.report import summarise_day
from otop_pos.services.sale import list_sales
from otop_pos.services.till_report import read_x
from otop_pos.ui.backend import Backend
from otop_pos.ui.front import Front, open_front
from otop_pos.ui.papers import Papers, Printed
from tests.books import broken, count, value
from tests.db.golden import restore_golden
from tests.factories import NOW, TODAY, SmallShop
from tests.ui.conftest import show
from tests.ui.hands import press, scan, type_slowly


def pay_in_cash(front: Front, amount: str = "") -> None:
    press(front.window, Qt.Key.Key_F11)
    if amount:
        type_slowly(front.window, amount)
    press(front.window, Qt.Key.Key_Return)
    if not amount:
        press(front.window, Qt.Key.Key_Return)


def test_change_is_taken_off_what_the_drawer_should_hold(front: Front, shop: SmallShop) -> None:
    scan(front.window, "P000003")
    pay_in_cash(front, "1000")
    report = shop.database.run(read_x, shop.till, user=shop.manager, at=NOW)
    assert report.cash_expected == report.session.float_amount + 18_000
    assert shop.close().cash_expected == report.session.float_amount + 18_000


def test_a_refund_under_a_bill_discount_gives_back_what_was_paid(shop: SmallShop) -> None:
    """Three pieces of 180 with 30 % off the bill cost 126 each: 126 come back, not 180."""
    basket = replace(shop.basket(("P000003", 3_000)), bill_discount=Discount(basis_points=3_000))
    sale = shop.sell(basket=basket)
    back = [-shop.refund(sale, RefundLine(1, 1_000)).total for _ in range(3)]
    assert (back, sum(back)) == ([12_600] * 3, sale.total)
    with pytest.raises(NothingLeftToReturn):
        shop.refund(sale, RefundLine(1, 1_000))


def test_goods_are_back_on_the_shelf_once_and_at_once(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 2_000))
    assert shop.offer("P000003").on_hand == 18_000
    shop.refund(sale, RefundLine(1, 2_000))
    assert shop.offer("P000003").on_hand == 20_000, "before the close"
    shop.close()
    assert shop.offer("P000003").on_hand == 20_000, "and not once more by it"
    assert broken(shop.database) == []


def test_no_receipt_is_made_of_a_sale_that_was_not_stored(
    front: Front, shop: SmallShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sales_when_printed: list[int] = []
    make = Papers.receipt

    def watched(papers: Papers, *args: Any, **kwargs: Any) -> Printed:
        sales_when_printed.append(count(shop.database, "sale"))
        return make(papers, *args, **kwargs)

    monkeypatch.setattr(Papers, "receipt", watched)
    with monkeypatch.context() as disk:
        disk.setattr("otop_pos.services.sale.confirming.post_document", _disk_is_full)
        scan(front.window, "P000003")
        pay_in_cash(front)
        assert (sales_when_printed, count(shop.database, "sale")) == ([], 0)
        assert len(front.sell.bill.basket.lines) == 1, "the bill is still there"
    press(front.window, Qt.Key.Key_Return)
    assert sales_when_printed == [1], "the paper is made when the sale is in the books, not before"


def test_the_same_sale_is_never_stored_twice(front: Front, shop: SmallShop) -> None:
    scan(front.window, "P000003")
    basket = front.sell.bill.basket
    pay_in_cash(front)
    again = shop.sell(basket=basket, given=(Given(CASH, 18_000),))
    assert count(shop.database, "sale") == 1
    assert again.doc_no == shop.database.run(list_sales, shop.till)[0].doc_no


@pytest.mark.parametrize("satang", [1, 24, 26, 99])
def test_one_satang_never_blocks_the_checkout(shop: SmallShop, satang: int) -> None:
    """No coin is that small: cash is rounded, and what the rounding gave away is on its own line."""
    basket = replace(shop.basket(("P000003", 1_000)), bill_discount=Discount(amount=satang))
    due = (18_000 - satang) // 25 * 25
    sale = shop.sell(basket=basket, given=(Given(CASH, due),))
    assert (sale.total, sale.rounding) == (due, due - (18_000 - satang))


@pytest.mark.parametrize("before", ["search", "click", "thai"])
def test_no_scan_is_lost(front: Front, before: str) -> None:
    code = "P000003"
    if before == "search":
        type_slowly(front.window, "sil")
    elif before == "click":
        front.window.rail.buttons.button(0).setFocus()
    else:
        code = "8850000000012".translate(str.maketrans("1234567890", "ๅ/-ภถุึคตจ"))
    scan(front.window, code)
    assert [line.offer.product.sku for line in front.sell.bill.basket.lines] == ["P000003"]


def test_a_shop_of_many_products_opens_without_reading_them(shop: SmallShop, backend: Any, desk: Any) -> None:
    """What takes minutes elsewhere: the window asks the same few questions, however many products there are."""
    statements: list[str] = []
    event.listen(shop.database.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    front = open_front(backend, desk)
    front.sell.arrive()
    assert [each for each in statements if "FROM product" in each] == []
    assert len(statements) < 20


def test_tone_marks_stand_over_their_vowels(front: Front) -> None:
    """Of ผึ้ง the mark must be one glyph set by the font, higher than in ผ้า; and the row leaves it room."""
    face = front.sell.bill.view.lines.font()
    tall, low = _ink(face, "ผึ้ง"), _ink(face, "ผ้า")
    assert tall > low, "the mark moves up over a vowel"
    row = front.sell.bill.view.lines.rowHeight(0) if front.sell.bill.view.lines.model().rowCount() else 66
    assert tall < row / 2


def test_the_day_is_the_tills_and_cut_neither_at_midnight_nor_in_utc(shop: SmallShop) -> None:
    """Opened in the afternoon of the 22nd; sold at half past midnight in Bangkok, which is the 22nd in UTC,
    and at half past seven in the morning, which is the 23rd in both."""
    after_midnight = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    next_morning = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    for at in (NOW, after_midnight, next_morning):
        assert shop.sell(("P000003", 1_000), at=at).business_date == date(2026, 11, 22)
    assert shop.database.run(summarise_day, TODAY).receipt_count == 3


def test_the_till_and_the_report_say_the_same(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000), ("P000002", 1_255))
    shop.sell(("P000003", 3_000), given=(Given("card", 10_000, "A1"), Given(CASH, 50_000)))
    shop.refund(sale, RefundLine(1, 1_000))
    x = shop.database.run(read_x, shop.till, user=shop.manager, at=NOW)
    day = shop.database.run(summarise_day, TODAY)
    assert (x.net, x.gross, x.refunds, x.vat, x.rounding) == (day.net, day.gross, day.refunds, day.vat, day.rounding)
    assert {each.method: each.amount for each in x.tenders} == {each.method: each.amount for each in day.tenders}
    assert all(proof.holds for proof in (*x.proofs, *day.proofs))


def test_an_import_says_what_is_wrong_in_words(shop: SmallShop, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text("ชื่อสินค้า,ราคา,ผู้ผลิต\nน้ำพริก,แพง,บ้านตาล\n", encoding="utf-8")
    outcome = shop.database.run(preview_product_file, file, None)
    (said,) = [problem.sentence for problem in outcome.problems]
    assert "แพง" in said
    assert len(said) > len("2: error")


def test_an_old_shop_opens_with_all_that_is_in_it(tmp_path: Path) -> None:
    database = open_database(restore_golden("0001", tmp_path / "shop.sqlite"))
    (sale,) = database.run(list_sales, "CM01")
    assert (sale.net, broken(database)) == (143_000, [])
    database.close()


def test_a_printer_that_hangs_holds_up_nobody(
    qtbot: Any, shop: SmallShop, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper of the first bill never comes; the second is sold and paid meanwhile."""
    released = threading.Event()

    make = Papers.receipt

    def hang(papers: Papers, *args: Any, **kwargs: Any) -> Printed:
        released.wait(20)
        return make(papers, *args, **kwargs)

    monkeypatch.setattr(Papers, "receipt", hang)
    backend = Backend(shop.database)
    front = open_front(backend, desk)
    show(qtbot, front.window)
    for number in (1, 2):
        scan(front.window, "P000003")
        qtbot.waitUntil(lambda: len(front.sell.bill.basket.lines) == 1, timeout=5_000)
        pay_in_cash(front, "1000")
        qtbot.waitUntil(lambda number=number: count(shop.database, "sale") == number, timeout=5_000)
        qtbot.waitUntil(lambda: not front.sell.bill.basket.lines, timeout=5_000)
    released.set()
    backend.close()


def test_a_discounted_line_is_never_merged_with_another(front: Front) -> None:
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_F6)
    type_slowly(front.window, "10%", enter=True)
    scan(front.window, "P000003")
    lines = front.sell.bill.basket.lines
    assert [(line.qty, line.discount is not None) for line in lines] == [(1_000, True), (1_000, False)]
    assert front.sell.bill.priced.discount == 1_800


def test_enter_pressed_twice_pays_once(front: Front, shop: SmallShop, backend: Any) -> None:
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "1000")
    backend.hold()
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_Return)
    backend.release()
    assert count(shop.database, "sale") == 1
    assert value(shop.database, "SELECT count(*) FROM payment") == 1


def _disk_is_full(*_args: Any, **_kwargs: Any) -> None:
    raise StoreUnreachable("the disk is full")


def _ink(face: QFont, text: str) -> float:
    """How high the letters reach above the line they stand on."""
    layout = QTextLayout(text, face)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return max(
        line.ascent() - (position.y() + run.rawFont().boundingRect(glyph).top())
        for run in layout.glyphRuns()
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True)
    )
