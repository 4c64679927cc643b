"""All producers: found by any part of a name, the code or the village, or by what has to be looked after."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.domain.producer_brief import ProducerBrief
from otop_pos.domain.right import Right
from otop_pos.domain.scan import as_code
from otop_pos.i18n import _
from otop_pos.services.producer_record import list_producers
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import cap_of
from otop_pos.ui.producer.words import kind_name
from otop_pos.ui.style import Tone, is_large, px
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.search_list import SearchList
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import place_name, producer_name

Keeps = Callable[[ProducerBrief], bool]
GROUPS: dict[str, tuple[Callable[[], str], Keeps]] = {
    "all": (lambda: _("All"), lambda brief: True),
    "lapsing": (lambda: _("Standards lapsing"), lambda brief: brief.is_lapsing),
    "bank": (lambda: _("Bank to approve"), lambda brief: brief.bank_waits),
    "unagreed": (lambda: _("Without agreement"), lambda brief: brief.is_unagreed and brief.producer.active),
}


class ListPage(QWidget):
    chosen = Signal(object)
    """A Producer."""
    new_wanted = Signal(str)
    missed = Signal(str)

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self.code_box = CodeBox(
            lambda: _("Type a name, code or village, or scan the maker's card"),
            lambda: _("New producer"),
            "new",
            icon="users-three",
        )
        self.groups = Segments([(name, title) for name, (title, _keeps) in GROUPS.items()])
        self.groups.choose("all")
        self.list: SearchList[ProducerBrief] = SearchList(
            columns(),
            self._search,
            lambda: _("No producer here"),
            lambda: _("Choose All, try part of the name or code, or register a new producer with {key}").format(
                key=cap_of("new")
            ),
        )
        self.table = self.list.table
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for widget in (self.code_box, self.groups, self.list):
            column.addWidget(widget, 1 if widget is self.list else 0)
        self._connect()

    def _connect(self) -> None:
        box = self.code_box
        box.typed.connect(self.list.look_for)
        box.entered.connect(lambda _text: self.list.choose_found())
        box.empty_enter.connect(self.list.choose_found)
        box.stepped.connect(self.table.step)
        box.escaped.connect(self.clear)
        box.action.clicked.connect(lambda: self.new_wanted.emit(box.text()))
        self.groups.changed.connect(lambda _name: self.list.look_for(box.text()))
        self.list.chosen.connect(lambda brief: self.chosen.emit(brief.producer))
        self.list.missed.connect(self._missed)

    def arrive(self) -> None:
        self.list.look_for(self.code_box.text())
        self.code_box.setFocus()

    def look_for(self, code: str) -> None:
        """A scan: the only one it can be is opened at once."""
        self.groups.choose("all")
        self.list.look_for(code)
        self.list.choose_found()

    def clear(self) -> None:
        self.code_box.clear()
        self.groups.choose("all")
        self.list.look_for("")

    def show_offered(self) -> None:
        self.code_box.action.setVisible(self._desk.may(Right.KEEP_PRODUCER))

    def _search(self, text: str, done: Callable[[Sequence[ProducerBrief]], None]) -> None:
        def found(briefs: Sequence[ProducerBrief]) -> None:
            _title, keeps = GROUPS[self.groups.choice() or "all"]
            self._count(briefs)
            done([brief for brief in briefs if keeps(brief)])

        self._backend.call(list_producers, as_code(text), self._desk.today, done=found, owner=self)

    def _count(self, briefs: Sequence[ProducerBrief]) -> None:
        """Each group with how many of those found are in it."""
        for name, (title, keeps) in GROUPS.items():
            count = sum(keeps(brief) for brief in briefs)
            self.groups.buttons[name].say(partial(_counted, title, count))

    def _missed(self, text: str) -> None:
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()
        self.missed.emit(text)


def _counted(title: Callable[[], str], count: int) -> str:
    return f"{title()} · {count}"


def columns() -> tuple[Column[ProducerBrief], ...]:
    return (
        Column(
            lambda: _("Producer"),
            lambda brief: producer_name(brief.producer),
            role="name",
            second=lambda brief: f"{brief.producer.code} · {place_name(brief.producer.place)}",
            stars=lambda brief: brief.producer.stars,
            tile=lambda brief: brief.producer.name_th,
        ),
        *(() if is_large() else (Column(lambda: _("Kind"), _kind, 190, yields=2),)),
        Column(lambda: _("Phone"), lambda brief: brief.producer.phone or "–", 150, yields=1),
        Column(lambda: _("Products"), lambda brief: str(brief.products), 96, "right"),
        Column(lambda: _("To look after"), concern, 290, tone=concern_tone),
    )


def _kind(brief: ProducerBrief) -> str:
    return kind_name(brief.producer.kind)


def concern(brief: ProducerBrief) -> str:
    """What somebody should do about the producer, '–' for nothing."""
    if not brief.producer.active:
        return _("no longer with us")
    concerns = (
        (brief.is_unagreed, _("no agreement")),
        (brief.bank_waits, _("bank to approve")),
        (brief.is_lapsing, _("standard lapses")),
    )
    return " · ".join(text for is_so, text in concerns if is_so) or "–"


def concern_tone(brief: ProducerBrief) -> Tone:
    needs_hands = brief.is_unagreed or brief.bank_waits or brief.is_lapsing
    return "warn" if needs_hands and brief.producer.active else "ink2"
