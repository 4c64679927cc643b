"""Lists through the window: chosen or dropped, looked at, brought in, mended and taken back by real keys."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from otop_pos.services.product import find_products
from otop_pos.services.sign_in import approve
from otop_pos.ui.importing import ImportPage
from tests.books import count
from tests.ui.hands import press, type_slowly

PRODUCTS = """ชื่อสินค้า,ราคา,ผู้ผลิต,รหัส
ชากุหลาบอินทรีย์,150,บ้านชา,TEA-1
ย่ามลายขิด,,CM-0001,BAG-1
ผ้าขาวม้า,สองร้อย,CM-0001,
"""
PRODUCERS = "ชื่อผู้ผลิต,โทรศัพท์\nกลุ่มจักสานบ้านป่า,081-234-5678\nบ้านดินเผา,โทรหน้าบ้าน\n"
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(backend, desk, shop, shown):
    desk.user = shop.manager
    page = ImportPage(backend, desk)
    window = shown(page)
    yield page
    window.close()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "goods.csv"
    path.write_text(PRODUCTS, encoding="utf-8-sig")
    return path


def choose(page, monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    press(page.window(), Qt.Key.Key_F2)


def cells(page, column):
    model = page.view.table.rows_model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def counts(page):
    return [card.figure.text() for card in (page.view.good, page.view.bad, page.view.again, page.view.makers)]


def test_an_empty_page_says_what_to_do(page):
    assert page.view.empty._title.text() == "Drop a list here, or choose a file"
    assert not page.bring_in.isEnabled()
    assert page.choose_file.hasFocus()


def test_a_chosen_list_is_looked_at_before_anything_comes_in(page, file, monkeypatch, shop):
    choose(page, monkeypatch, file)
    assert counts(page) == ["1", "2", "0", "1"]
    assert cells(page, 2) == ["ย่ามลายขิด", "ผ้าขาวม้า"]
    assert "no price" in cells(page, 4)[0]
    assert "สองร้อย" in cells(page, 4)[1]
    page.view.shown.buttons["all"].click()
    assert cells(page, 1) == ["✓", "✗", "✗"]
    assert count(shop.database, "product") == 3


def test_f12_brings_the_good_rows_in_once(page, file, monkeypatch, shop):
    choose(page, monkeypatch, file)
    press(page.window(), Qt.Key.Key_F12)
    press(page.window(), Qt.Key.Key_F12)
    assert page.message_bar.text() == "1 came in from goods.csv; 2 stayed out"
    assert count(shop.database, "product") == 4
    assert not page.bring_in.isEnabled()


def test_a_price_for_rows_without_one_lets_them_in(page, file, monkeypatch, shop):
    choose(page, monkeypatch, file)
    page.price.setFocus()
    type_slowly(page.window(), "250", enter=True)
    assert counts(page)[:2] == ["2", "1"]
    press(page.window(), Qt.Key.Key_F12)
    (bag,) = shop.database.run(find_products, "BAG-1")
    assert bag.price == 25_000


def test_a_price_typed_last_is_looked_at_before_anything_comes_in(page, file, monkeypatch, shop):
    choose(page, monkeypatch, file)
    page.price.setFocus()
    type_slowly(page.window(), "250")
    press(page.window(), Qt.Key.Key_F12)
    assert (counts(page)[:2], count(shop.database, "product")) == (["2", "1"], 3)
    press(page.window(), Qt.Key.Key_F12)
    assert count(shop.database, "product") == 5


def test_rows_that_stay_out_are_saved_to_be_mended(page, file, monkeypatch, desk):
    choose(page, monkeypatch, file)
    press(page.window(), Qt.Key.Key_F12)
    press(page.window(), Qt.Key.Key_F9)
    (path,) = desk.settings.papers.rglob("*.xlsx")
    sheet = load_workbook(path).active
    assert [sheet.cell(row, 3).value for row in (2, 3)] == ["ย่ามลายขิด", "ผ้าขาวม้า"]
    assert path.name in page.message_bar.text()


def test_a_whole_list_is_taken_back(page, file, monkeypatch, shop):
    choose(page, monkeypatch, file)
    press(page.window(), Qt.Key.Key_F12)
    press(page.window(), Qt.Key.Key_F6)
    assert page.past_lists.is_open
    assert page.past_lists.table.selected().file_name == "goods.csv"
    press(page.window(), Qt.Key.Key_F8)
    assert page.past_lists.message.text() == "goods.csv was taken back"
    assert count(shop.database, "product") == 3
    assert not page.past_lists.take_back.isEnabled()
    press(page.window(), Qt.Key.Key_Escape)
    assert not page.past_lists.is_open
    assert page.bring_in.isEnabled()


def test_a_list_in_use_stays_and_says_why(page, file, monkeypatch, shop):
    choose(page, monkeypatch, file)
    press(page.window(), Qt.Key.Key_F12)
    (tea,) = shop.database.run(find_products, "TEA-1")
    shop.sell(("TEA-1", 1_000))
    press(page.window(), Qt.Key.Key_F6)
    press(page.window(), Qt.Key.Key_F8)
    assert tea.name_th in page.past_lists.message.text()
    assert count(shop.database, "product") == 4


def test_producers_come_in_too(page, tmp_path, monkeypatch, shop):
    path = tmp_path / "makers.csv"
    path.write_text(PRODUCERS, encoding="utf-8")
    page.kind.buttons["producer"].click()
    choose(page, monkeypatch, path)
    assert counts(page)[:2] == ["1", "1"]
    assert page.view.makers.isHidden()
    assert page.price_field.isHidden()
    press(page.window(), Qt.Key.Key_F12)
    assert count(shop.database, "producer") == 3


def test_a_file_can_be_dropped(page, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    where, action = QPoint(300, 300), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(where, action, data, Qt.MouseButton.LeftButton, NO_MODIFIER)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(where, action, data, Qt.MouseButton.LeftButton, NO_MODIFIER))
    assert counts(page)[:2] == ["1", "2"]


def test_a_picture_is_not_taken(page, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_MODIFIER)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()


def test_what_is_no_list_is_refused_in_words(page, tmp_path, monkeypatch):
    path = tmp_path / "x.csv"
    path.write_bytes(b"\x00\x01")
    choose(page, monkeypatch, path)
    assert "x.csv" in page.message_bar.text()
    assert not page.bring_in.isEnabled()


def test_nothing_chosen_changes_nothing(page, monkeypatch):
    choose(page, monkeypatch, "")
    assert page.file_name.text() == ""
    assert page.message_bar.text() == ""


def test_who_may_not_asks_a_second_person(page, file, monkeypatch, shop, desk, password):
    from otop_pos.domain.right import Grant, Matrix, Right, Role
    from otop_pos.services.permission import save_matrix

    asks = Matrix({(Role.CASHIER, Right.IMPORT): Grant.APPROVAL})
    shop.database.run(save_matrix, asks, till="CM01", user=shop.manager, at=desk.now())
    desk.user, desk.matrix = shop.user, asks
    asked = []

    def answer(ask, given):
        asked.append(ask.right)
        given(approve(shop.database, ask, shop.manager.code, password, desk.door(), asked_by=shop.user))

    desk.approvals.wanted.connect(answer)
    choose(page, monkeypatch, file)
    press(page.window(), Qt.Key.Key_F12)
    assert asked == [Right.IMPORT]
    assert count(shop.database, "product") == 4


def test_the_language_changes_what_the_rows_say(page, file, monkeypatch):
    choose(page, monkeypatch, file)
    page.window().speak("th")
    assert counts(page)[:2] == ["1", "2"]
    assert cells(page, 2) == ["ย่ามลายขิด", "ผ้าขาวม้า"]


def test_escape_leaves_the_page(page, qtbot):
    with qtbot.waitSignal(page.left, timeout=1000):
        press(page.window(), Qt.Key.Key_Escape)


def test_the_model_keeps_the_rules(page, file, monkeypatch, qtmodeltester):
    choose(page, monkeypatch, file)
    qtmodeltester.check(page.view.table.rows_model)
