"""The settings: of the shop, of this till, of people and rights, of the keys. Each person sees what is theirs."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.right import Right
from otop_pos.i18n import _, current_language
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.screen import Screen
from otop_pos.ui.settings.keys_panel import KeysPanel
from otop_pos.ui.settings.shop_panel import ShopPanel
from otop_pos.ui.settings.till_panel import TillPanel
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.tab_row import TabRow


@dataclass(frozen=True, slots=True)
class Tab:
    """`right` is what a person must have to see it."""

    icon: str
    title: Callable[[], str]
    panel: QWidget
    right: Right | None = None


class SettingsScreen(Screen):
    """`people` and `rights` are panels of the staff, `lists` the page of lists brought in, given in by whoever
    joins the screens."""

    language_wanted = Signal(str)
    restart_wanted = Signal()
    training_wanted = Signal()

    def __init__(
        self,
        backend: Door,
        desk: Desk,
        people: QWidget | None = None,
        rights: QWidget | None = None,
        lists: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self.shop = ShopPanel(backend, desk)
        self.till = TillPanel(backend, desk)
        self.keys = KeysPanel(backend, desk)
        self.tabs = self._tabs(people, rights, lists)
        self._build()
        self._connect()
        self.show_tabs()

    def _tabs(self, people: QWidget | None, rights: QWidget | None, lists: QWidget | None) -> dict[str, Tab]:
        tabs = {
            "shop": Tab("storefront", lambda: _("Shop"), self.shop, Right.KEEP_SHOP),
            "till": Tab("desktop", lambda: _("This till"), self.till),
        }
        if people is not None:
            tabs["people"] = Tab("users", lambda: _("People"), people, Right.KEEP_STAFF)
        if rights is not None:
            tabs["rights"] = Tab("shield-check", lambda: _("Rights"), rights, Right.KEEP_STAFF)
        if lists is not None:
            tabs["lists"] = Tab("file-arrow-up", lambda: _("Lists"), lists, Right.IMPORT)
        return {**tabs, "keys": Tab("keyboard", lambda: _("Keys"), self.keys)}

    def _build(self) -> None:
        self.row = TabRow({name: (tab.icon, tab.title) for name, tab in self.tabs.items()})
        self.stack = QStackedWidget()
        for tab in self.tabs.values():
            self.stack.addWidget(tab.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(GUTTER), px(10), px(GUTTER), px(14))
        column.setSpacing(px(10))
        column.addWidget(self.row)
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.row.chosen.connect(self._show)
        self.keys.changed.connect(lambda keys: self._desk.take_settings(replace(self._desk.settings, keys=keys)))
        self.till.look.language_wanted.connect(self.language_wanted)
        self.till.look.restart_wanted.connect(self.restart_wanted)
        self.till.training_wanted.connect(self.training_wanted)
        self._desk.announcements.day_changed.connect(self.show_tabs)

    @property
    def help_topic(self) -> str:
        return "import" if self.tab == "lists" else "settings"

    @property
    def offered(self) -> list[str]:
        """The tabs of the person at the till."""
        return [name for name, tab in self.tabs.items() if tab.right is None or self._desk.may(tab.right)]

    @property
    def tab(self) -> str:
        """The one in front."""
        return next(name for name, tab in self.tabs.items() if tab.panel is self.stack.currentWidget())

    def show_tabs(self) -> None:
        """Somebody else is at the till, or the rights are others."""
        self.row.show_only(set(self.offered))
        if self.tab not in self.offered:
            self.stack.setCurrentWidget(self.tabs[self.offered[0]].panel)
        self.row.mark(self.tab)

    def arrive(self) -> None:
        self.message_bar.clear()
        self.row.mark(self.tab)
        self._arrive()

    def choose(self, name: str) -> None:
        """As a touch on its tab does it."""
        self.row.buttons[name].click()

    def say_open_bill(self) -> None:
        """Why the window is not opened anew."""
        self.message_bar.say(
            lambda: _("A bill is open. Finish or hold it first; the size is remembered meanwhile."), "warn"
        )

    def retranslate(self) -> None:
        self.till.look.language.choose(current_language())

    def _show(self, name: str) -> None:
        self.message_bar.clear()
        self.stack.setCurrentWidget(self.tabs[name].panel)
        was_on_tabs = self.row.has_focus
        self._arrive()
        if was_on_tabs:
            self.row.take_focus()

    def _arrive(self) -> None:
        """The panel's own `arrive`; one without puts the focus where the hands begin."""
        panel = self.stack.currentWidget()
        arrive: Callable[[], None] | None = getattr(panel, "arrive", None) or getattr(panel, "take_focus", None)
        if arrive is not None:
            arrive()
