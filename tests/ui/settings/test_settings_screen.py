"""The settings, each person's own, by keys and by touch."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.money import CashRounding
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.i18n import current_language
from otop_pos.services.permission import save_matrix
from otop_pos.services.shop import read_shop
from otop_pos.services.till_event import list_events
from otop_pos.services.vat_status import list_vat_statuses
from otop_pos.ui.keys import use_keys
from otop_pos.ui.settings import SettingsScreen, till_panel
from tests.documents.reading import text
from tests.factories import NOW, TODAY
from tests.services.approving import approved
from tests.ui.hands import press, type_slowly

PRINTERS = ("EPSON_TM-T82", "HP")


@pytest.fixture(autouse=True)
def _printers(monkeypatch):
    monkeypatch.setattr(till_panel, "list_printers", lambda: PRINTERS)
    yield
    use_keys({})


@pytest.fixture
def heard(desk):
    """What this machine remembers."""
    heard = []
    desk.announcements.settings_changed.connect(heard.append)
    return heard


@pytest.fixture
def screen(shown, backend, desk, shop):
    """The manager's."""
    desk.user = shop.manager
    screen = SettingsScreen(backend, desk)
    screen.frame = shown(screen)
    return screen


def read(shop_database):
    return shop_database.run(read_shop, TODAY)


def test_the_keeper_of_the_shop_sees_all_a_cashier_only_what_is_theirs(screen, desk, shop):
    assert screen.offered == ["shop", "till", "keys"]
    desk.take_user(shop.user)
    assert screen.offered == ["till", "keys"]
    assert screen.tab == "till"
    assert not screen.row.buttons["shop"].isVisible()
    screen.arrive()
    assert not screen.till.machine.isVisible()
    assert screen.till.look.isVisible()


def test_tabs_are_chosen_by_arrows_and_the_focus_stays_on_them(screen):
    screen.row.take_focus()
    press(screen, Qt.Key.Key_Right)
    assert screen.tab == "till"
    press(screen, Qt.Key.Key_Right)
    assert screen.tab == "keys"
    assert screen.row.has_focus


def test_what_is_typed_is_saved_for_the_shop_and_told(screen, desk, shop_database):
    fields = screen.shop.fields
    fields["name_th"].edit.setFocus()
    fields["name_th"].edit.selectAll()
    type_slowly(screen, "Baan Craft")
    fields["branch_no"].edit.setText("๑")
    screen.shop.rounding.buttons[CashRounding.NONE].click()
    screen.shop.limit.setText("50")
    press(screen, Qt.Key.Key_F12)
    kept = read(shop_database)
    assert (kept.name_th, kept.branch_no, kept.drawer_limit) == ("Baan Craft", "00001", 50_00)
    assert kept.cash_rounding is CashRounding.NONE
    assert desk.shop == kept
    assert screen.shop.message_bar.text().startswith("Saved")
    assert shop_database.run(list_events, TODAY, "CM01")[0].kind == "shop"


def test_a_tax_id_that_does_not_fit_is_a_hint_and_saved_all_the_same(screen, shop_database):
    field = screen.shop.fields["tax_id"]
    field.edit.setText("1-2345-67890-12-3")
    field.edit.editingFinished.emit()
    assert "last digit" in field.word.text()
    screen.shop.save.click()
    assert read(shop_database).tax_id == "1234567890123"


@pytest.mark.parametrize(
    ("name", "typed", "word"),
    [
        ("name_th", " ", "Please fill in: Shop name"),
        ("branch_no", "ก", "“ก” does not fit"),
        ("promptpay_id", "12", "“12” is not a PromptPay number"),
    ],
)
def test_what_cannot_be_is_said_at_its_box_and_nothing_is_saved(screen, shop_database, name, typed, word):
    before = read(shop_database)
    field = screen.shop.fields[name]
    field.edit.setText(typed)
    screen.shop.save.click()
    assert field.word.text().startswith(word)
    assert field.edit.hasFocus()
    assert read(shop_database) == before


def test_days_without_alcohol_are_listed_and_taken_off_again(screen, shop_database):
    card = screen.shop.alcohol
    for typed in ("5/12/2569", "๓ มี.ค. ๗๐", "5/12/2569"):
        card.day.setText(typed)
        card.day.setFocus()
        press(screen, Qt.Key.Key_Return)
    assert card.days() == (date(2026, 12, 5), date(2027, 3, 3))
    card.grid.itemAt(0).widget().click()
    card.switches[1].click()
    screen.shop.save.click()
    kept = read(shop_database)
    assert kept.banned_days == (date(2027, 3, 3),)
    assert kept.alcohol_hours == (True, True, True)


def test_a_day_that_is_none_is_refused_where_it_was_typed(screen):
    card = screen.shop.alcohol
    card.day.setText("31/2/2570")
    card.add.click()
    assert "is not a date" in card.field.word.text()
    assert card.days() == ()


def test_vat_is_set_for_a_day_to_come(screen, shop_database, desk):
    soon = TODAY + timedelta(days=9)
    screen.shop.vat.status.buttons["none"].click()
    screen.shop.vat.since.setText(f"{soon:%d/%m/%Y}")
    screen.shop.vat.set.click()
    assert shop_database.run(list_vat_statuses)[-1].since == soon
    assert desk.shop.vat_registered
    assert screen.shop.vat.now.text() == "Registered now: prices include VAT. Not registered from 1 Dec 2026."


def test_vat_of_a_day_that_is_past_is_refused_at_the_day(screen):
    screen.shop.vat.since.setText("1/1/2569")
    screen.shop.vat.set.click()
    assert "is past" in screen.shop.vat.field.word.text()


def test_what_was_typed_waits_while_another_tab_is_looked_at(screen):
    screen.shop.fields["phone"].edit.setText("053 000 000")
    screen.choose("till")
    screen.choose("shop")
    assert screen.shop.fields["phone"].edit.text() == "053 000 000"


def test_a_second_person_allows_it_where_the_rights_say_so(screen, desk, shop, shop_database):

    matrix = Matrix({(Role.CASHIER, Right.KEEP_SHOP): Grant.APPROVAL})
    shop_database.run(save_matrix, matrix, till="CM01", user=shop.manager, at=NOW)
    desk.matrix = matrix
    desk.take_user(shop.user)
    asked = []
    desk.approvals.wanted.connect(lambda ask, given: asked.append((ask, given)))
    screen.choose("shop")
    screen.shop.fields["phone"].edit.setText("053 111 111")
    screen.shop.save.click()
    ((ask, given),) = asked
    assert read(shop_database).phone != "053 111 111"
    given(approved(shop, ask))
    assert read(shop_database).phone == "053 111 111"


def test_what_is_chosen_for_this_till_is_remembered_at_once(screen, desk, heard):
    screen.choose("till")
    till = screen.till
    till.look.theme.buttons["dark"].click()
    till.machine.display.buttons["window"].click()
    till.machine.minutes.buttons["10"].click()
    till.machine.drawer.setText("tcp://10.0.0.9:9100")
    till.machine.drawer.editingFinished.emit()
    till.printer.choices.choose("HP")
    till.printer.choices.changed.emit("HP")
    kept = heard[-1]
    assert kept is desk.settings
    assert (kept.theme, kept.customer_display, kept.lock_minutes) == ("dark", "window", 10)
    assert (kept.drawer, kept.printer) == ("tcp://10.0.0.9:9100", "HP")


def test_the_language_is_wanted_from_the_window(screen):
    screen.choose("till")
    screen.language_wanted.connect(screen.window().speak)
    screen.till.look.language.buttons["th"].click()
    assert current_language() == "th"
    screen.window().speak("en")
    assert screen.till.look.language.choice() == "en"


def test_larger_text_says_that_it_needs_the_window_anew(screen, qtbot, heard):
    screen.choose("till")
    look = screen.till.look
    look.text_size.buttons["150"].click()
    assert heard[-1].text_scale == 150
    assert "anew" in look.restart.text()
    with qtbot.waitSignal(screen.restart_wanted):
        look.restart._action.click()


def test_a_folder_is_kept_once_something_can_be_written_there(screen, heard, tmp_path):
    screen.choose("till")
    papers = screen.till.machine.papers
    papers.box.setText(str(tmp_path / "new" / "papers"))
    papers.box.editingFinished.emit()
    assert heard[-1].papers == tmp_path / "new" / "papers"
    (tmp_path / "file").write_text("")
    papers.box.setText(str(tmp_path / "file" / "papers"))
    papers.box.editingFinished.emit()
    assert str(tmp_path / "file") in papers.word.text()
    assert heard[-1].papers == tmp_path / "new" / "papers"


def test_the_test_slip_is_made_with_every_tone_mark(screen, desk):
    screen.choose("till")
    screen.till.test.click()
    (slip,) = desk.settings.papers.rglob("test-slip.pdf")
    found = text(slip.read_bytes())
    assert "น้ำผึ้ง" in found
    assert "ญู่ ฐู้" in found


def test_a_changed_key_is_remembered(screen, heard):
    screen.choose("keys")
    screen.keys.changed.emit({"quantity": "Ctrl+Q"})
    assert heard[-1].keys == {"quantity": "Ctrl+Q"}


def test_practice_is_offered_to_who_may(screen, desk, qtbot):
    screen.choose("till")
    with qtbot.waitSignal(screen.training_wanted):
        screen.till.train.click()
    desk.take_matrix(replace(desk.matrix, grants={(Role.MANAGER, Right.TRAIN): Grant.DENIED}))
    screen.arrive()
    assert not screen.till.training.isVisible()


def test_the_gear_stands_at_the_foot_of_the_rail_and_help_tells_of_it(front):
    press(front.window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert front.window.front is front.settings
    gear = front.window.rail.buttons.checkedButton()
    assert gear.geometry().bottom() == front.window.rail.height() - 1
    press(front.window, Qt.Key.Key_F1)
    assert front.window.help.topic.name == "settings"
