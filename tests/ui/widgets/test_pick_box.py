"""A choice in one line, by keys alone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.domain.errors import NotANumber, OutOfRange
from otop_pos.i18n import current_language, use_language
from otop_pos.ui.widgets.pick_box import PickBox
from otop_pos.ui.widgets.tick_box import TickBox
from otop_pos.ui.widgets.whole_edit import WholeEdit


@pytest.fixture
def box(qtbot):
    names = {"th": "ศูนย์", "en": "the centre"}
    made = PickBox([("centre", lambda: names[current_language()]), ("both", "both"), ("maker", "maker")])
    host = QWidget()
    made.setParent(host)
    qtbot.addWidget(host)
    host.show()
    yield made
    host.close()


def test_arrows_choose_and_enter_goes_on(box, qtbot):
    with qtbot.waitSignal(box.changed) as told:
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert (told.args, box.choice()) == (["both"], "both")
    with qtbot.waitSignal(box.entered):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_what_is_not_offered_is_the_first(box):
    box.choose("maker")
    box.choose("nobody")
    assert box.choice() == "centre"


def test_other_offers_keep_the_choice_where_it_still_is(box):
    box.choose("maker")
    box.offer([("maker", "maker"), ("new", "new")])
    assert box.choice() == "maker"
    box.offer([("new", "new")])
    assert box.choice() == "new"


def test_another_language_renames_the_choices(box):
    assert box.text() == "the centre"
    use_language("th")
    QApplication.sendEvent(box, QEvent(QEvent.Type.LanguageChange))
    assert (box.text(), box.choice()) == ("ศูนย์", "centre")


def test_a_tick_is_set_by_space_and_by_enter(qtbot):
    tick = TickBox("TOPOTOP")
    qtbot.addWidget(tick)
    tick.show()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert not tick.isChecked()


@pytest.mark.parametrize(
    ("text", "refusal"), [("1.5", NotANumber), ("x", NotANumber), ("0", OutOfRange), ("366", OutOfRange)]
)
def test_a_count_that_cannot_be_is_refused(qtbot, text, refusal):
    edit = WholeEdit(1, 365)
    qtbot.addWidget(edit)
    assert edit.given() is None
    edit.setText("๓๐")
    assert edit.given() == 30
    edit.setText(text)
    with pytest.raises(refusal):
        edit.given()
