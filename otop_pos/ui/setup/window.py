"""The first start: step by step to a shop that can sell. Nothing is written before the last step."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.i18n import LANGUAGES, Language, _, current_language, use_language
from otop_pos.settings import Settings
from otop_pos.ui.backend import Door
from otop_pos.ui.setup.banner import Banner
from otop_pos.ui.setup.first_pages import KindPage, LanguagePage
from otop_pos.ui.setup.opening import Opening
from otop_pos.ui.setup.page import Page
from otop_pos.ui.setup.people_pages import ManagerPage, TeamPage
from otop_pos.ui.setup.plan import Plan
from otop_pos.ui.setup.printer_page import PrinterPage
from otop_pos.ui.setup.ready_page import ReadyPage
from otop_pos.ui.setup.scanner_page import ScannerPage
from otop_pos.ui.setup.shop_page import ShopPage
from otop_pos.ui.setup.till_pages import TillPage, VatPage
from otop_pos.ui.style import px, wear
from otop_pos.ui.widgets.focus_ring import FocusRing
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.message_bar import MessageBar


class SetupWindow(QWidget):
    """`finished(till code, user code, printer)` when there is a shop to open."""

    finished = Signal(str, str, str)
    language_chosen = Signal(str)

    def __init__(self, backend: Door, pepper: bytes = b"", papers: Path | None = None) -> None:
        super().__init__()
        self.plan = Plan()
        self._opening = Opening(backend, pepper, self)
        self._make_pages(backend, papers or Settings().papers)
        self._build()
        self._connect()
        self.go(0)

    def _make_pages(self, backend: Door, papers: Path) -> None:
        self.language_page, self.kind_page, self.shop_page = LanguagePage(), KindPage(), ShopPage()
        self.vat_page, self.till_page = VatPage(), TillPage()
        self.manager_page, self.team_page = ManagerPage(), TeamPage()
        self.printer_page, self.scanner_page = PrinterPage(backend, papers), ScannerPage()
        self.ready_page = ReadyPage()
        self.pages: tuple[Page, ...] = (
            self.language_page,
            self.kind_page,
            self.shop_page,
            self.vat_page,
            self.till_page,
            self.manager_page,
            self.team_page,
            self.printer_page,
            self.scanner_page,
            self.ready_page,
        )

    def _build(self) -> None:
        self.setWindowTitle("OTOP POS")
        self.setMinimumSize(1024, 640)
        wear(self, kind="paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.banner = Banner()
        self.message_bar = MessageBar()
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
        self.language = KeyButton(lambda: _("ไทย / EN"), tone="quiet")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.next = KeyButton("", act="finish", tone="primary")
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.back)
        foot.addWidget(self.language)
        foot.addStretch(1)
        foot.addWidget(self.next)
        right = QVBoxLayout()
        right.setContentsMargins(px(28), px(16), px(28), px(20))
        right.setSpacing(px(10))
        right.addWidget(self.stack, 1)
        right.addWidget(self.message_bar)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.banner)
        row.addLayout(right, 1)
        self.focus_ring = FocusRing(self)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.language.clicked.connect(lambda: self.speak(LANGUAGES[current_language() == LANGUAGES[0]]))
        self.language_page.language_wanted.connect(self.speak)
        self.kind_page.kind.changed.connect(lambda _kind: self._tell())
        self._opening.opened.connect(lambda till, user: self.finished.emit(till, user, self.plan.printer))
        self._opening.refused.connect(self.refuse)
        for page in self.pages:
            page.done.connect(self.go_on)

    @property
    def page(self) -> Page:
        """The one in front."""
        return self.pages[self.stack.currentIndex()]

    def go(self, number: int) -> None:
        self.page.leave()
        self.message_bar.clear()
        self.stack.setCurrentIndex(number)
        self._tell()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.arrive(self.plan)

    def go_back(self) -> None:
        if self.stack.currentIndex():
            self.go(self.stack.currentIndex() - 1)

    def go_on(self) -> None:
        """To the next page; from the last one, or with the demo shop, to work."""
        try:
            self.page.take(self.plan)
        except Refusal:
            return  # said at its box
        if self.page is self.kind_page and self.plan.is_demo:
            self._wait(lambda: _("Filling the shelves…"))
            self._opening.open_demo()
        elif self.page is self.ready_page:
            self._wait(lambda: _("Your shop is being set up…"))
            self._opening.open_own(self.plan)
        else:
            self.go(self.stack.currentIndex() + 1)

    def refuse(self, refusal: Refusal) -> None:
        self._allow(True)
        self.message_bar.refuse(refusal)

    def speak(self, language: Language) -> None:
        """Everything on screen in this language; what was typed stays."""
        use_language(language)
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        self.language_page.language.choose(language)
        self._tell()
        self.language_chosen.emit(language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Enter on; what a box or button needs itself does not come here."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.arrive(self.plan)

    def _tell(self) -> None:
        pages = self.pages if self.stack.currentIndex() > 1 or not self._is_demo else self.pages[:2]
        self.banner.show_steps([page.step for page in pages], self.stack.currentIndex())
        self.back.setEnabled(self.stack.currentIndex() > 0)
        self.next.say(self.page.next_text)

    @property
    def _is_demo(self) -> bool:
        return self.stack.currentIndex() == 1 and self.kind_page.kind.choice() == "demo"

    def _wait(self, text: Said) -> None:
        self._allow(False)
        self.message_bar.say(text)

    def _allow(self, is_allowed: bool) -> None:
        for widget in (self.stack, self.back, self.next):
            widget.setEnabled(is_allowed)
