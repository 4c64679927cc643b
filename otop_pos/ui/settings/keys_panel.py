"""All keys of the till: seen, changed by pressing the new one, printed as a card."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.key import (
    KEYS,
    Clash,
    Keys,
    cap_text,
    changes_of,
    check_key,
    clashes_with,
    swapped,
    usual_keys,
)
from otop_pos.domain.key_act import KeyAct
from otop_pos.domain.key_row import PLACES, all_rows
from otop_pos.domain.key_scan import scan_rows
from otop_pos.i18n import _, current_language
from otop_pos.services.printing import print_key_card, print_scan_card
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import binding, use_keys
from otop_pos.ui.papers import Papers
from otop_pos.ui.settings.key_edit import KeyEdit
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import shop_name

COLUMNS = 2


class KeysPanel(QWidget):
    """Enter or a touch on an act, then its new key. A key is taken and works at once, unless another act on the
    same screen has it: then nothing changes before both are swapped or another key is pressed."""

    changed = Signal(dict)
    """What differs from the usual keys now, to be remembered in the settings."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._asked: KeyEdit | None = None
        self._after_swap: Keys | None = None
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.message_bar = MessageBar()
        self.usual = KeyButton(lambda: _("Back to the usual keys"), icon="arrow-counter-clockwise")
        self.print = KeyButton(lambda: _("Print the key card"), icon="printer")
        self.print_scans = KeyButton(lambda: _("Print the scan card"), icon="barcode")
        self.edits = {code: KeyEdit(act) for code, act in KEYS.items()}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(lambda: _("Keys"), "heading"))
        words.addWidget(
            Paragraph(lambda: _("Choose what you want to press another key for, then press that key."), "body", "ink2")
        )
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addLayout(words, 1)
        head.addWidget(self.usual)
        head.addWidget(self.print)
        head.addWidget(self.print_scans)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self.message_bar)
        column.addWidget(self._list(), 1)

    def _list(self) -> QScrollArea:
        inner = QWidget()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid = QGridLayout(inner)
        grid.setContentsMargins(px(4), px(4), px(10), px(4))
        grid.setSpacing(px(14))
        for number, groups in enumerate(_columns(list(KEYS.values()))):
            column = QVBoxLayout()
            column.setSpacing(px(14))
            for group in groups:
                column.addWidget(self._group(group))
            column.addStretch(1)
            grid.addLayout(column, 0, number)
            grid.setColumnStretch(number, 1)
        self.area.setWidget(inner)
        return self.area

    def _group(self, acts: Sequence[KeyAct]) -> Card:
        card = Card(padding=8, spacing=0)
        title = Label(PLACES[acts[0].where[0]], "strong", "ink2")
        title.setContentsMargins(px(14), 0, 0, 0)
        card.column.addWidget(title)
        for act in acts:
            card.column.addWidget(self.edits[act.code])
        return card

    def _connect(self) -> None:
        for edit in self.edits.values():
            edit.clicked.connect(lambda _checked=False, edit=edit: self._ask(edit))
            edit.tried.connect(self._try)
            edit.agreed.connect(self._swap)
            edit.given_up.connect(self._stop)
            edit.stepped.connect(self._step)
        self.usual.clicked.connect(self._take_usual)
        self.print.clicked.connect(self._print)
        self.print_scans.clicked.connect(self._print_scans)
        binding().keys_changed.connect(self._show)

    def take_focus(self) -> None:
        next(iter(self.edits.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refusal: Refusal) -> None:
        self.print.setEnabled(True)
        self.print_scans.setEnabled(True)
        self.message_bar.refuse(refusal)

    @property
    def keys(self) -> Keys:
        return binding().keys

    def _show(self) -> None:
        for code, edit in self.edits.items():
            edit.show_key(self.keys[code])
        self.usual.setEnabled(bool(changes_of(self.keys)))

    def _ask(self, edit: KeyEdit) -> None:
        self._stop()
        self._asked = edit
        edit.wait(True)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.message_bar.say(
            lambda: _("Press the new key for “{act}”. Esc leaves it as it is.").format(act=edit.act.title()), "info"
        )

    def _stop(self) -> None:
        if self._asked is not None:
            self._asked.wait(False)
            self.message_bar.clear()
        self._asked, self._after_swap = None, None

    def _try(self, key: str) -> None:
        if self._asked is None:
            return
        act, self._after_swap = self._asked.act.code, None
        try:
            check_key(act, key)
        except Refusal as refusal:
            self.message_bar.refuse(refusal)
            return
        found = clashes_with(self.keys, act, key)
        if found:
            self._warn(found)
        else:
            self._take({**self.keys, act: key})

    def _warn(self, found: Sequence[Clash]) -> None:
        """Who has the key, and where; one press swaps, where that makes no other clash."""
        key, act = found[0].key, found[0].one.code
        self._after_swap = swapped(self.keys, act, key)
        can_swap = self._after_swap is not None
        self.message_bar.say(
            lambda: _clash_text(found, can_swap),
            "warn",
            (lambda: _("Swap (Enter)")) if can_swap else "",
            self._swap,
        )

    def _swap(self) -> None:
        if self._after_swap is not None:
            self._take(self._after_swap)

    def _take(self, keys: Keys) -> None:
        asked = self._asked
        self._stop()
        self._use(keys)
        if asked is not None:
            self.message_bar.say(
                lambda: _("{key} is now “{act}”.").format(key=asked.cap(), act=asked.act.title()), "good"
            )

    def _use(self, keys: Keys) -> None:
        use_keys(changes_of(keys))
        self.changed.emit(changes_of(self.keys))

    def _take_usual(self) -> None:
        self._stop()
        before = self.keys
        self._use(usual_keys())
        self.message_bar.say(
            lambda: _("All keys are as usual again."), "good", lambda: _("Put it back"), lambda: self._use(before)
        )
        self.take_focus()

    def _step(self, by: int) -> None:
        edits = [edit for groups in _columns(list(KEYS.values())) for group in groups for edit in self._of(group)]
        focus = QApplication.focusWidget()
        here = next((number for number, edit in enumerate(edits) if edit is focus), 0)
        edit = edits[min(max(here + by, 0), len(edits) - 1)]
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(edit)

    def _of(self, group: Sequence[KeyAct]) -> list[KeyEdit]:
        return [self.edits[act.code] for act in group]

    def _print(self) -> None:
        self.print.setEnabled(False)
        self._backend.send(
            print_key_card,
            all_rows(self.keys),
            shop_name(self._desk.shop),
            Papers(self._desk).place,
            self._desk.today,
            current_language(),
            done=self._printed,
            owner=self,
        )

    def _printed(self, file: Path) -> None:
        self.print.setEnabled(True)
        self.message_bar.say(lambda: _("The key card is printed: {file}").format(file=file), "good")

    def _print_scans(self) -> None:
        self.print_scans.setEnabled(False)
        self._backend.send(
            print_scan_card,
            scan_rows(),
            shop_name(self._desk.shop),
            Papers(self._desk).place,
            self._desk.today,
            current_language(),
            done=self._printed_scans,
            owner=self,
        )

    def _printed_scans(self, file: Path) -> None:
        self.print_scans.setEnabled(True)
        self.message_bar.say(lambda: _("The scan card is printed: {file}").format(file=file), "good")


def _columns(acts: Sequence[KeyAct]) -> list[list[list[KeyAct]]]:
    """The acts grouped by the first screen they are for, the groups in columns of about the same length."""
    ordered = sorted(acts, key=lambda act: list(PLACES).index(act.where[0]))
    groups = [list(group) for _place, group in groupby(ordered, key=lambda act: act.where[0])]
    columns: list[list[list[KeyAct]]] = [[] for _number in range(COLUMNS)]
    for group in groups:
        min(columns, key=lambda column: sum(len(each) + 1 for each in column)).append(group)
    return columns


def _clash_text(found: Sequence[Clash], can_swap: bool) -> str:
    takers = ", ".join(
        f"“{clash.other.title()}” ({' · '.join(PLACES[place]() for place in clash.where)})" for clash in found
    )
    key = cap_text(found[0].key)
    if can_swap:
        return _("{key} already is {acts}. Swap them, or press another key.").format(key=key, acts=takers)
    return _("{key} already is {acts}. Press another key.").format(key=key, acts=takers)
