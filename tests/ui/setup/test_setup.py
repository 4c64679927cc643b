"""The first start, by keys alone, as hands and a scanner do it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.domain.errors import WrongSecret
from otop_pos.i18n import current_language
from otop_pos.services.counter import read_counter
from otop_pos.services.shop import has_shop, list_tills
from otop_pos.services.sign_in import Door, sign_in
from otop_pos.services.user import list_users
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.dress import dress
from otop_pos.ui.setup import SetupWindow, printer_page
from otop_pos.ui.style import Look
from otop_pos.ui.widgets.label import Label
from tests.documents.reading import barcodes
from tests.factories import NOW, TODAY
from tests.ui.hands import press, scan, type_slowly

ENTER, F12, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_F12, Qt.Key.Key_Escape, Qt.Key.Key_Tab
LATER = TODAY.replace(year=2099)
PEPPER = b"pepper"
PASSWORD, PIN = "mo-hom-2569", "246802"


@pytest.fixture(autouse=True)
def _printers(monkeypatch):
    monkeypatch.setattr(printer_page, "list_printers", lambda: ("EPSON_TM-T82",))


@pytest.fixture
def setup(qtbot, backend, tmp_path):
    setup = SetupWindow(backend, PEPPER, tmp_path / "papers")
    qtbot.addWidget(setup)
    setup.resize(1366, 768)
    setup.show()
    setup.activateWindow()
    qtbot.waitExposed(setup)
    setup.finished_with = []
    setup.finished.connect(lambda *told: setup.finished_with.append(told))
    return setup


@dataclass
class Hands:
    setup: SetupWindow

    def to(self, page: QWidget) -> None:
        """Over good answers to this page."""
        while self.setup.page is not page:
            self.answer()
            before = self.setup.page
            press(self.setup, F12)
            assert self.setup.page is not before

    def answer(self) -> None:
        setup = self.setup
        if setup.page is setup.kind_page:
            setup.kind_page.kind.buttons["own"].click()
        elif setup.page is setup.shop_page:
            setup.shop_page.tax_id.edit.setText("0994000617721")
        elif setup.page is setup.manager_page:
            setup.manager_page.name.edit.setText("สมชาย ใจดี")
            setup.manager_page.password.box.setText(PASSWORD)
            setup.manager_page.again.box.setText(PASSWORD)


@pytest.fixture
def hands(setup):
    return Hands(setup)


def write(setup, text):
    """Into the box in focus, then Enter."""
    QApplication.focusWidget().selectAll()
    type_slowly(setup, text)
    press(setup, ENTER)


def test_the_demo_shop_opens_at_its_first_till_for_its_manager(setup, shop_database):
    press(setup, ENTER)
    assert setup.page is setup.kind_page
    press(setup, ENTER)
    assert setup.finished_with == [("CM01", "M01", "")]
    assert shop_database.run(read_counter, "CM01", "M01", on=TODAY).user.role == "manager"
    assert all(user.has_secret for user in shop_database.run(list_users))


def test_a_shop_of_ones_own_by_keys_alone(setup, shop_database):
    press(setup, ENTER)
    press(setup, Qt.Key.Key_Right)
    press(setup, F12)
    press(setup, Qt.Key.Key_Right)
    for _step in range(5):
        press(setup, TAB)
    write(setup, "0-9940-00617-72-1")
    write(setup, "1")
    write(setup, "043000000")
    press(setup, Qt.Key.Key_Right)
    press(setup, F12)
    write(setup, "kk07")
    write(setup, "Front")
    write(setup, "E99")
    write(setup, "Somchai")
    write(setup, PASSWORD)
    write(setup, PASSWORD)
    write(setup, "Pim")
    write(setup, PIN)
    write(setup, PIN)
    press(setup, ENTER)
    press(setup, F12)
    scan(setup, "8850000000012")
    press(setup, ENTER)
    assert setup.page is setup.ready_page
    assert not shop_database.run(has_shop)
    press(setup, ENTER)
    assert setup.finished_with == [("KK07", "M01", "")]
    counter = shop_database.run(read_counter, "KK07", "M01", on=LATER)
    assert (counter.shop.code, counter.shop.tax_id, counter.shop.branch_no) == ("KK", "0994000617721", "00001")
    assert counter.shop.vat_registered
    assert (counter.till.name, counter.till.machine_no) == ("Front", "E99")
    door = Door("KK07", PEPPER, NOW)
    assert sign_in(shop_database, "M01", PASSWORD, door).name == "Somchai"
    assert sign_in(shop_database, "C01", PIN, door).name == "Pim"
    with pytest.raises(WrongSecret):
        sign_in(shop_database, "C01", "135791", door)


def test_who_has_no_pin_yet_chooses_it_at_the_first_sign_in(setup, hands, shop_database):
    hands.to(setup.team_page)
    setup.team_page.name.edit.setText("ดวงเดือน")
    setup.team_page.role.buttons["clerk"].click()
    setup.team_page.add.click()
    hands.to(setup.ready_page)
    press(setup, F12)
    people = {user.code: user for user in shop_database.run(list_users)}
    assert people["M01"].has_secret
    assert (people["S01"].name, people["S01"].has_secret) == ("ดวงเดือน", False)


def test_somebody_half_typed_is_not_forgotten(setup, hands):
    hands.to(setup.team_page)
    setup.team_page.name.edit.setText("พิมพ์ใจ")
    press(setup, F12)
    assert [each.person.name for each in setup.plan.team] == ["พิมพ์ใจ"]


def test_somebody_added_by_mistake_is_taken_off(setup, hands):
    hands.to(setup.team_page)
    setup.team_page.name.edit.setText("พิมพ์ใจ")
    setup.team_page.add.click()
    setup.team_page.people.itemAt(0).widget().click()
    hands.to(setup.ready_page)
    assert setup.plan.team == ()


@pytest.mark.parametrize(
    ("page", "field", "typed", "word"),
    [
        ("shop_page", "name", "", "Please fill in: Shop name"),
        ("shop_page", "code", "ชม", "ชม"),
        ("shop_page", "tax_id", "", "Please fill in: Tax ID"),
        ("shop_page", "branch", "x", "“x” does not fit"),
        ("till_page", "code", "", "Please fill in: Till code"),
        ("till_page", "code", "TOO-LONG", "TOO-LONG"),
        ("manager_page", "name", "=cmd()", "“=cmd()”"),
        ("manager_page", "password", "short", "at least 8"),
        ("manager_page", "again", "something else", "not the same"),
    ],
)
def test_a_refusal_stands_at_its_box_and_the_step_stays(setup, hands, shop_database, page, field, typed, word):
    hands.to(getattr(setup, page))
    hands.answer()
    box = getattr(getattr(setup, page), field)
    box.edit.setText(typed)
    press(setup, F12)
    assert setup.page is getattr(setup, page)
    assert word in box.word.text()
    assert box.edit.hasFocus()
    assert not shop_database.run(has_shop)


def test_a_weak_pin_is_refused_where_it_was_typed(setup, hands):
    hands.to(setup.team_page)
    setup.team_page.name.edit.setText("พิมพ์ใจ")
    setup.team_page.pin.box.setText("123456")
    setup.team_page.add.click()
    assert "not a row" in setup.team_page.pin.word.text()
    assert setup.team_page.members == ()


def test_a_tax_id_that_does_not_fit_is_a_hint_and_no_barrier(setup, hands):
    hands.to(setup.shop_page)
    setup.shop_page.tax_id.edit.setText("1234567890123")
    setup.shop_page.tax_id.edit.editingFinished.emit()
    assert "last digit" in setup.shop_page.tax_id.word.text()
    press(setup, F12)
    assert setup.page is setup.vat_page


def test_back_keeps_what_was_typed(setup, hands):
    hands.to(setup.till_page)
    setup.till_page.name.edit.setText("หน้าร้าน")
    press(setup, ESC)
    assert setup.page is setup.vat_page
    press(setup, F12)
    assert setup.till_page.name.edit.text() == "หน้าร้าน"


def test_the_language_changes_at_any_step_and_is_told(setup, hands):
    told = []
    setup.language_chosen.connect(told.append)
    hands.to(setup.till_page)
    setup.language.click()
    assert (told, current_language()) == (["th"], "th")
    assert setup.till_page.code.label.text() == "รหัสเครื่อง"
    setup.language.click()
    assert (told[-1], setup.till_page.code.label.text()) == ("en", "Till code")


def test_the_first_page_asks_in_both_languages(setup):
    setup.language_page.language.buttons["th"].click()
    assert current_language() == "th"
    assert setup.page is setup.language_page
    press(setup, ENTER)
    assert setup.page is setup.kind_page


def test_the_test_slip_names_the_new_till(setup, hands, tmp_path):
    hands.to(setup.printer_page)
    setup.printer_page.test.click()
    (slip,) = (tmp_path / "papers").rglob("test-slip.pdf")
    assert {code for _kind, code in barcodes(slip.read_bytes())} == {"OTOP-TEST-2569"}
    assert str(slip) in setup.printer_page.message_bar.text()


def test_a_printer_that_is_silent_is_said_and_stops_nothing(setup, hands, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    hands.to(setup.printer_page)
    setup.printer_page.printer.choices.choose("EPSON_TM-T82")
    setup.printer_page.test.click()
    assert "EPSON_TM-T82" in setup.printer_page.message_bar.text()
    press(setup, F12)
    assert setup.plan.printer == "EPSON_TM-T82"


def test_a_scan_shows_what_came_and_how_fast(setup, hands):
    hands.to(setup.scanner_page)
    scan(setup, "8850000000012", gap_ms=7)
    report = setup.scanner_page.report
    assert (report.code, report.gap, report.end, report.is_thai) == ("8850000000012", 7, "Enter", False)
    assert setup.scanner_page.verdict.text() == "It works."
    assert setup.page is setup.scanner_page


def test_a_scan_through_the_thai_layout_is_understood_and_said(setup, hands):
    hands.to(setup.scanner_page)
    scan(setup, "คคถจจจจจจจจๅ/")
    report = setup.scanner_page.report
    assert (report.code, report.is_thai) == ("8850000000012", True)
    assert "Thai" in setup.scanner_page.verdict.text()


def test_a_hand_is_no_scanner(setup, hands):
    hands.to(setup.scanner_page)
    type_slowly(setup, "8850", enter=True)
    assert "slow as a hand" in setup.scanner_page.verdict.text()


def test_a_scanner_without_enter_is_told_what_to_set(setup, hands, qtbot):
    hands.to(setup.scanner_page)
    for letter in "88500012":
        QTest.keyClick(setup.windowHandle(), Qt.Key(ord(letter)))
    qtbot.waitUntil(lambda: setup.scanner_page.report is not None)
    assert "No Enter" in setup.scanner_page.verdict.text()


def test_a_shop_that_came_meanwhile_is_refused_and_said(setup, hands, shop_database):
    from tests.factories import small_shop

    hands.to(setup.ready_page)
    small_shop(shop_database, stock=0)
    press(setup, F12)
    assert "already" in setup.message_bar.text()
    assert setup.next.isEnabled()
    assert len(shop_database.run(list_tills)) == 2


def test_pressed_twice_it_is_set_up_once(qtbot, shop_database, tmp_path):
    backend = InlineBackend(shop_database)
    setup = SetupWindow(backend, PEPPER, tmp_path)
    qtbot.addWidget(setup)
    setup.show()
    setup.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is setup)
    hands = Hands(setup)
    hands.to(setup.ready_page)
    backend.hold()
    press(setup, F12)
    press(setup, F12)
    backend.release()
    assert len(shop_database.run(list_tills)) == 1
    assert setup.message_bar.text() == "Your shop is being set up…"


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_wider_or_higher_than_the_smallest_screen(qapp, qtbot, backend, tmp_path, scale):
    dress(qapp, Look(scale=scale))
    setup = SetupWindow(backend, PEPPER, tmp_path)
    qtbot.addWidget(setup)
    setup.resize(1366, 768)
    setup.show()
    for number, page in enumerate(setup.pages):
        setup.go(number)
        QApplication.processEvents()
        assert (setup.width(), setup.height()) == (1366, 768), page
        assert page.layout().minimumSize().height() <= page.height(), page
        assert page.layout().heightForWidth(page.width()) <= page.height(), page
        for label in page.findChildren(Label):
            if label.isVisible() and not label._elides:
                assert label.width() >= label.minimumSizeHint().width(), label.text()
