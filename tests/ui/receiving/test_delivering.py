"""A delivery from the maker's name to the papers, by keys, on the real services and a real database."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.errors import NotFound
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.services.label import labels_of
from otop_pos.services.receiving import list_grns, post_delivery, read_grn
from otop_pos.services.stock import list_lots
from otop_pos.ui.backend import Backend
from otop_pos.ui.receiving import ReceivingScreen
from tests.books import rows
from tests.documents.reading import pages, squeezed
from tests.factories import NOW
from tests.ui.hands import press, scan, type_slowly
from tests.ui.receiving.conftest import SHAWL, SILK

ENTER, F12 = Qt.Key.Key_Return, Qt.Key.Key_F12


def newest(shop):
    return shop.database.run(read_grn, max(brief.doc_no for brief in shop.database.run(list_grns)))


def grn_count(shop):
    return len(shop.database.run(list_grns))


def read_selected(receiving, shop):
    return shop.database.run(read_grn, receiving.producers.latest.selected().doc_no)


def type_line(window, code, *figures):
    """A product and what is typed into its boxes; '' leaves what stands there."""
    type_slowly(window, code, enter=True)
    for figure in figures:
        type_slowly(window, figure, enter=True)


def focused():
    return QApplication.focusWidget()


def test_a_whole_delivery_by_keyboard_alone(receiving, shop, desk):
    window = receiving.window()
    type_slowly(window, "ทอผ้า", enter=True)
    type_line(window, "คลุม", "12", "", "1,100")
    type_line(window, "มัดหมี่", "๒๕.๕", "๒๔", "เปื้อน", "")
    press(window, F12)
    grn = newest(shop)
    assert [(line.product.sku, line.declared, line.accepted, line.price) for line in grn.lines] == [
        (SHAWL, 12_000, 12_000, 110_000),
        (SILK, 25_500, 24_000, 42_000),
    ]
    assert (grn.lines[1].rejected, grn.lines[1].reject_reason) == (1_500, "เปื้อน")
    assert grn.received_by == shop.manager.name
    lots = [lot for line in grn.lines for lot in shop.database.run(list_lots, line.lot_code)]
    assert [lot.on_hand for lot in lots] == [12_000, 24_000]


def test_after_posting_the_bar_names_note_and_labels_and_the_next_maker_can_come(counted, shop):
    press(counted.window(), F12)
    grn = newest(shop)
    assert grn.doc_no in counted.message_bar.text()
    assert "12 labels printed" in counted.message_bar.text()
    assert not counted.is_counting
    assert counted.drafts == {}
    assert focused() is counted.producers.code_box.edit


def test_note_and_labels_lie_in_the_papers_folder(counted, shop, desk):
    press(counted.window(), F12)
    grn = newest(shop)
    folder = desk.settings.papers / grn.business_date.isoformat()
    assert (folder / f"deliveries/{grn.doc_no}.pdf").stat().st_size > 1000
    assert list((folder / "labels").glob(f"{grn.doc_no}*.pdf"))


def test_the_button_names_as_many_labels_as_are_printed(counted, shop):
    type_line(counted.window(), SILK, "25.5", "", "")
    promised = counted.delivery.draft.label_count
    assert f"{promised} labels" in counted.delivery.view.post.words()
    press(counted.window(), F12)
    assert promised == len(labels_of(newest(shop))) == 13


def test_the_due_per_unit_follows_the_price_and_is_what_the_note_says(counting, shop):
    window = counting.window()
    type_line(window, SHAWL, "2", "")
    due = counting.delivery.view.table.editor.due
    assert due.text() == "750.00"
    type_slowly(window, "900")
    assert due.text() == "630.84"
    assert counting.delivery.view.totals.due.value.text() == "1,261.68"
    press(window, ENTER)
    press(window, F12)
    assert newest(shop).lines[0].due_per_unit == 63_084


def test_what_is_rejected_needs_a_reason(counting, shop):
    window = counting.window()
    before = grn_count(shop)
    type_line(window, SHAWL, "12", "10")
    assert focused() is counting.delivery.view.table.editor.reason
    press(window, ENTER)
    assert "Reason" in counting.message_bar.text()
    press(window, F12)
    assert "Line 1 Indigo shawl" in counting.message_bar.text()
    assert grn_count(shop) == before
    type_slowly(window, "ตะเข็บหลุด", enter=True)
    press(window, F12)
    assert newest(shop).lines[0].reject_reason == "ตะเข็บหลุด"


def test_pieces_put_aside_stay_aside_while_the_delivered_number_is_mended(counting):
    window, editor = counting.window(), counting.delivery.view.table.editor
    type_line(window, SHAWL, "20", "18", "ขาด", "")
    editor.focus_on("declared")
    type_slowly(window, "25")
    goods = counting.delivery.draft.lines[0].goods
    assert (goods.declared, goods.accepted, goods.rejected) == (25_000, 23_000, 2_000)
    assert (editor.accepted.text(), editor.rejected.text()) == ("23", "2")


def test_rejected_pieces_can_be_counted_instead_of_accepted_ones(counted):
    window = counted.window()
    press(window, Qt.Key.Key_F5)
    type_slowly(window, "๒", enter=True)
    assert counted.delivery.draft.lines[0].goods.accepted == 10_000
    assert focused() is counted.delivery.view.table.editor.reason


def test_more_accepted_than_delivered_is_refused_and_changes_nothing(counting, shop):
    window = counting.window()
    type_line(window, SHAWL, "12", "15")
    assert "Line 1 Indigo shawl · Accepted: Only 12 were delivered" in counting.message_bar.text()
    assert counting.delivery.draft.lines[0].goods.accepted == 12_000
    before = grn_count(shop)
    press(window, F12)
    assert grn_count(shop) == before


def test_a_wrong_number_names_its_box_and_is_never_posted(counted, shop):
    window, before = counted.window(), grn_count(shop)
    counted.delivery.view.table.editor.focus_on("price")
    type_slowly(window, "9o0")
    press(window, F12)
    assert "Line 1 Indigo shawl · Selling price: “9o0”" in counted.message_bar.text()
    assert focused() is counted.delivery.view.table.editor.price
    assert counted.delivery.draft.lines[0].goods.price == 107_000
    assert grn_count(shop) == before


def test_a_wrong_number_left_for_another_line_is_said_and_forgotten(counted):
    window = counted.window()
    type_line(window, SILK, "3", "", "")
    editor = counted.delivery.view.table.editor
    editor.focus_on("declared")
    type_slowly(window, "x")
    press(window, Qt.Key.Key_Up)
    assert "Line 2 Mudmee silk · Delivered: “x”" in counted.message_bar.text()
    assert editor.declared.text() == "12"
    assert counted.delivery.draft.lines[1].goods.declared == 3_000


def test_goods_of_which_nothing_was_counted_are_not_posted(counting, shop):
    before = grn_count(shop)
    type_slowly(counting.window(), SHAWL, enter=True)
    press(counting.window(), F12)
    assert "Please fill in: Delivered" in counting.message_bar.text()
    assert grn_count(shop) == before


@pytest.mark.parametrize("typed", ["30/6/2570", "๓๐ มิ.ย. ๗๐", "300670", "2027-06-30"])
def test_an_expiry_date_is_read_as_thai_people_write_it(counted, shop, typed):
    window = counted.window()
    press(window, Qt.Key.Key_F6)
    type_slowly(window, typed, enter=True)
    assert counted.delivery.view.table.editor.expires.text() == "30 Jun 2027"
    type_slowly(window, "K-5", enter=True)
    press(window, F12)
    line = newest(shop).lines[0]
    assert (line.expires_on, line.batch) == (date(2027, 6, 30), "K-5")


def test_goods_past_their_day_are_not_taken_in(counted):
    window = counted.window()
    press(window, Qt.Key.Key_F6)
    type_slowly(window, "1/1/2569", enter=True)
    assert "Expires: 01/01/2569 is past" in counted.message_bar.text()
    assert counted.delivery.draft.lines[0].goods.expires_on is None


def test_the_last_delivery_is_repeated_and_counted_anew(counting, shop):
    window = counting.window()
    last = Delivery(shop.weaver.id, (DeliveryLine(shop.bag.id, 9_500, 9_000, 40_000, "เปื้อน", "K-4"),))
    shop.database.run(post_delivery, last, user=shop.manager, at=NOW + timedelta(hours=1))
    press(window, Qt.Key.Key_F7)
    (line,) = counting.delivery.draft.lines
    assert (line.product.sku, line.goods.declared, line.goods.accepted) == (SILK, 9_500, 9_500)
    assert (line.goods.price, line.goods.batch, line.due) == (40_000, "", 28_037)
    type_slowly(window, "8", enter=True)
    press(window, F12)
    assert [(line.product.sku, line.accepted) for line in newest(shop).lines] == [(SILK, 8_000)]


def test_repeating_twice_adds_nothing_twice(counting):
    press(counting.window(), Qt.Key.Key_F7)
    press(counting.window(), Qt.Key.Key_F7)
    assert len(counting.delivery.draft.lines) == 1


def test_f12_twice_posts_once(counted, shop, backend):
    before = grn_count(shop)
    backend.hold()
    press(counted.window(), F12)
    press(counted.window(), F12)
    backend.release()
    assert grn_count(shop) == before + 1


def test_nothing_can_be_changed_while_a_delivery_is_being_saved(counted, shop, backend):
    backend.hold()
    press(counted.window(), F12)
    type_slowly(counted.window(), "9")
    press(counted.window(), Qt.Key.Key_Delete)
    backend.release()
    assert newest(shop).lines[0].accepted == 12_000


def test_a_refused_posting_keeps_the_delivery_for_another_try(counted, shop, desk):
    before = grn_count(shop)
    desk.now = lambda: datetime(2025, 6, 1, tzinfo=UTC)
    press(counted.window(), F12)
    assert counted.message_bar.text()
    assert grn_count(shop) == before
    desk.now = lambda: NOW
    press(counted.window(), F12)
    assert newest(shop).lines[0].accepted == 12_000


def test_papers_that_cannot_be_printed_do_not_undo_the_delivery(counted, shop, desk):
    folder = desk.settings.papers
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be", encoding="utf-8")
    before = grn_count(shop)
    press(counted.window(), F12)
    grn = newest(shop)
    assert grn_count(shop) == before + 1
    assert f"{grn.doc_no} is saved, but not printed" in counted.message_bar.text()
    folder.unlink()
    counted.message_bar._action.click()
    assert f"{grn.doc_no} is saved: note and 12 labels printed" in counted.message_bar.text()


def test_a_copy_of_an_older_note_says_which_one_it_is(receiving, desk):
    number = receiving.producers.latest.selected().doc_no
    for _time in range(2):
        press(receiving.window(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert receiving.message_bar.text() == f"{number}: copy 2 of the note is printed."
    assert {path.name for path in desk.settings.papers.rglob("*.pdf")} == {f"{number}-copy1.pdf", f"{number}-copy2.pdf"}
    (second,) = desk.settings.papers.rglob("*copy2.pdf")
    assert "สำเนา2" in squeezed(second.read_bytes())


def test_labels_of_an_older_delivery_are_printed_again_and_counted(receiving, shop, desk):
    grn = read_selected(receiving, shop)
    press(receiving.window(), Qt.Key.Key_F6)
    assert receiving.message_bar.text() == f"{grn.doc_no}: 20 labels printed again."
    (file,) = desk.settings.papers.rglob(f"labels/{grn.doc_no}*.pdf")
    assert pages(file.read_bytes()) == len(labels_of(grn)) == 20
    assert rows(shop.database, "SELECT count, reason FROM label_print") == [(20, "reprint")]


def test_labels_of_a_delivery_are_counted_when_they_are_printed(counted, shop):
    press(counted.window(), F12)
    assert rows(shop.database, "SELECT count, price, reason FROM label_print") == [(12, 107_000, "delivery")]


def test_what_is_sold_and_what_is_owed_know_the_new_lot_at_once(counted, front, shop):
    press(counted.window(), F12)
    code = newest(shop).lines[0].lot_code
    front.window.go_to(front.sell)
    scan(front.window, code)
    assert [line.offer.lot_code for line in front.sell.bill.basket.lines] == [code]


def test_a_note_that_is_not_there_is_no_bug(shop):
    with pytest.raises(NotFound):
        shop.database.run(read_grn, "CM-G699999999")


@pytest.fixture
def threads(shop):
    with closing(Backend(shop.database)) as backend:
        yield backend


def test_a_delivery_through_the_real_threads(qtbot, shop, desk, shown, threads):
    desk.user = shop.manager
    screen = ReceivingScreen(threads, desk)
    window = shown(screen)
    qtbot.waitUntil(lambda: screen.producers.list.table.selected() is not None)
    before = grn_count(shop)
    type_slowly(window, "CM-0001", enter=True)
    qtbot.waitUntil(lambda: screen.is_counting)
    type_slowly(window, SHAWL, enter=True)
    qtbot.waitUntil(screen.delivery.view.table.editor.declared.hasFocus)
    for figure in ("12", "", ""):
        type_slowly(window, figure, enter=True)
    qtbot.waitUntil(lambda: screen.delivery.draft.due == 12 * 750_00)
    press(window, F12)
    press(window, F12)
    qtbot.waitUntil(lambda: "12 labels printed" in screen.message_bar.text(), timeout=20_000)
    assert grn_count(shop) == before + 1
