"""Into training and back, by the keys and buttons of the window; the real till waits as it is."""

import os
import tempfile
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.i18n import current_language
from otop_pos.services.permission import save_matrix
from otop_pos.services.sale import list_sales
from otop_pos.services.till_event import list_events
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.dress import dress
from otop_pos.ui.front import open_front
from otop_pos.ui.practice import Practice
from otop_pos.ui.style import Look
from tests.books import contents
from tests.documents.reading import text
from tests.factories import NOW, TODAY
from tests.services.approving import approved
from tests.ui.conftest import show
from tests.ui.hands import press, scan, type_slowly


@pytest.fixture
def practice(front, backend, desk):
    practice = Practice(front, backend, desk, InlineBackend)
    yield practice
    practice.leave()


@pytest.fixture
def entered(practice, front, qtbot):
    """As the cashier does it, in the settings."""
    front.window.go_to(front.settings)
    front.settings.till.train.click()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is practice.front.window)
    return practice


def sell(front):
    """The till opened, one shawl sold for cash, by keys."""
    front.window.go_to(front.day)
    front.day.count.edits[2].setText("10")
    press(front.window, Qt.Key.Key_F12)
    scan(front.window, "P000001")
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "2000")
    press(front.window, Qt.Key.Key_F12)
    press(front.window, Qt.Key.Key_F12)


def test_practice_sells_on_a_copy_and_says_so_everywhere(entered, front, shop, desk):
    copy = entered.front
    sell(copy)
    (sale,) = entered._copy[0].run(list_sales, "TCM01")
    assert sale.doc_no.startswith("TCM01-1-")
    assert shop.database.run(list_sales, "CM01") == ()
    assert copy.window.top_bar.band.isVisible()
    assert "TRAINING" in copy.window.top_bar.band.text()
    assert copy.display.training.isVisibleTo(copy.display)
    (slip,) = (desk.settings.papers / "training").rglob("receipts/*.pdf")
    assert "TRAINING" in text(slip.read_bytes())
    assert front.window.isHidden()


def test_the_real_window_comes_back_with_its_bill_as_it_was(practice, front, qtbot):
    scan(front.window, "P000001")
    bill = front.sell.bill.basket
    front.window.go_to(front.settings)
    front.settings.till.train.click()
    scan(practice.front.window, "P000003")
    practice.front.window.top_bar.band.leave.click()
    qtbot.waitUntil(front.window.isVisible)
    assert practice.front is None
    front.window.go_to(front.sell)
    assert front.sell.bill.basket == bill
    assert not front.window.top_bar.band.isVisible()


def test_the_real_books_are_the_same_but_for_one_event(practice, front, shop):
    before = contents(shop.database)
    front.window.go_to(front.settings)
    front.settings.till.train.click()
    sell(practice.front)
    practice.leave()
    after = contents(shop.database)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"till_event", "document_series"}
    assert next(event.kind for event in shop.database.run(list_events, TODAY, "CM01")) == "training"


def test_leaving_from_the_settings_takes_the_copy_away(entered, front):
    folder = entered._folder
    assert list(folder.glob("*.sqlite"))
    copy = entered.front
    copy.window.go_to(copy.settings)
    assert copy.settings.till.train.words() == "Back to the real till"
    copy.settings.till.train.click()
    assert front.window.isVisible()
    assert not folder.exists()


def test_practice_can_begin_again(entered, front):
    entered.leave()
    front.settings.till.train.click()
    assert entered.front is not None


def test_an_open_practice_bill_does_not_hold_the_way_back(entered, front):
    scan(entered.front.window, "P000001")
    entered.leave()
    assert front.window.isVisible()


def test_nothing_of_it_goes_to_head_office_and_the_drawer_stays_shut(entered, desk, backend):
    copy = entered.front
    refused = []
    from otop_pos.services.nightly import send_day

    backend.batch(lambda _database: send_day(entered._copy[0], desk.settings.outbox), refused=refused.append)
    assert "real till only" in refused[0].sentence
    assert copy.settings.till._desk.settings.drawer == ""


def test_what_is_chosen_there_for_this_till_holds_and_its_folders_do_not(entered, desk):
    papers = desk.settings.papers_folder
    copy = entered.front
    copy.window.go_to(copy.settings)
    copy.settings.till.look.theme.buttons["dark"].click()
    assert (desk.settings.theme, desk.settings.papers_folder) == ("dark", papers)


def test_the_language_goes_along(entered, front):
    entered.front.window.top_bar.language.click()
    assert current_language() == "th"
    entered.leave()
    assert front.settings.till.look.language.choice() == "th"
    front.window.speak("en")


def test_a_second_person_allows_it_where_the_rights_say_so(practice, front, desk, shop):
    matrix = Matrix({(Role.CASHIER, Right.TRAIN): Grant.APPROVAL})
    shop.database.run(save_matrix, matrix, till="CM01", user=shop.manager, at=NOW)
    asked = []
    desk.approvals.wanted.disconnect()
    desk.approvals.wanted.connect(lambda ask, given: asked.append((ask, given)))
    front.window.go_to(front.settings)
    front.settings.till.train.click()
    assert practice.front is None
    ((ask, given),) = asked
    given(approved(shop, ask))
    assert practice.front is not None


def test_who_may_not_is_told_and_nothing_begins(practice, front, shop):
    matrix = Matrix({(Role.CASHIER, Right.TRAIN): Grant.DENIED})
    shop.database.run(save_matrix, matrix, till="CM01", user=shop.manager, at=NOW)
    practice.begin()
    assert practice.front is None
    assert "Practise in training mode" in front.settings.till.message_bar.text()
    assert front.settings.till.train.isEnabled()


@pytest.mark.parametrize("scale", [100, 150])
def test_the_band_leaves_room_for_the_bill(qapp, qtbot, backend, desk, scale):
    from dataclasses import replace

    dress(qapp, Look(scale=scale))
    desk.shop = replace(desk.shop, is_training=True)
    front = open_front(backend, desk)
    show(qtbot, front.window)
    assert (front.window.width(), front.window.height()) == (1366, 768)
    assert front.sell.layout().minimumSize().height() <= front.sell.height()


def test_a_copy_that_a_power_cut_left_behind_does_not_stay(practice, desk, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, new = tmp_path / "otop-pos-training-old", tmp_path / "otop-pos-training-new"
    for folder, days in ((old, 3), (new, 1)):
        folder.mkdir()
        moment = (desk.now() - timedelta(days=days)).timestamp()
        os.utime(folder, (moment, moment))
    practice.begin()
    assert not old.exists()
    assert new.exists()
    practice.leave()
