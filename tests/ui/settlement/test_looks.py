"""The smallest screen holds every step and every question, in both languages, also in the largest type."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from otop_pos.i18n import Language, use_language
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.dress import dress
from otop_pos.ui.main_window import MainWindow
from otop_pos.ui.settlement import SettlementScreen
from otop_pos.ui.style import DARK, Look
from otop_pos.ui.widgets.overlay import Overlay
from tests.ui.settlement.months import MonthShop


@pytest.fixture(params=["th", "en"])
def large(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    backend: InlineBackend,
    desk: Desk,
    shown: Callable[..., MainWindow],
) -> Iterator[SettlementScreen]:
    language: Language = request.param
    dress(qapp, Look(DARK, 150))
    use_language(language)
    screen = SettlementScreen(backend, desk)
    window = shown(screen)
    yield screen
    assert window.isVisible()


def fits(screen: SettlementScreen, overlay: Overlay) -> bool:
    QApplication.processEvents()
    needed = overlay.card.minimumSizeHint()
    return needed.width() <= overlay.card.width() and needed.height() <= overlay.card.height() <= screen.height()


def test_every_step_fits_with_rows_in_sight(large: SettlementScreen) -> None:
    for name, page in zip(large.steps.buttons, (large.drafts, large.vouchers, large.pay, large.papers), strict=True):
        large.go(name)
        QApplication.processEvents()
        assert large.minimumSizeHint().width() <= large.width()
        assert large.minimumSizeHint().height() <= large.height()
        assert page.next.geometry().bottom() <= page.height()
        row = page.table.verticalHeader().defaultSectionSize()
        assert page.table.viewport().height() >= 2 * row


def test_every_question_fits(large: SettlementScreen) -> None:
    large.drafts.look.click()
    assert fits(large, large.looking.overlay)
    large.looking.overlay.give_up()
    large.drafts.adjust.click()
    assert fits(large, large.looking.adjusting)
    large.looking.adjusting.give_up()
    large.drafts.hold.click()
    assert fits(large, large.reason)
    large.reason.give_up()
    large.drafts.holds.click()
    assert fits(large, large.looking.holds)
    large.looking.holds.give_up()
    large.cutoff.click()
    assert fits(large, large.choosing)
    large.choosing.give_up()


def test_paying_and_its_questions_fit(large: SettlementScreen, desk: Desk, month: MonthShop) -> None:
    large.drafts.next.click()
    large.go("vouchers")
    large.vouchers.next.click()
    desk.take_user(month.manager)
    large.vouchers.next.click()
    large.go("pay")
    large.pay.next.click()
    assert fits(large, large.paying.cash)
    large.paying.cash.give_up()
    large.pay.file.click()
    large.pay.result.click()
    assert fits(large, large.paying.result)
    large.paying.result.give_up()
    large.go("papers")
    large.papers.look.click()
    assert fits(large, large.voucher)
