"""A form over the screen: Enter goes from box to box, one key saves, Esc takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.chips import Chips
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said, said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.pick_box import PickBox
from otop_pos.ui.widgets.story_edit import StoryEdit

Entry = PlainEdit | Chips | PickBox | StoryEdit
Check = Callable[[], object]
"""Refuses a text that cannot be saved."""

WIDTH = 884


class _Fields(QScrollArea):
    """As high as its fields where there is room, scrolled where large type leaves none."""

    def __init__(self, grid: QGridLayout) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        grid.setContentsMargins(px(4), 0, px(4), px(4))
        self._inner.setLayout(grid)
        self.setWidget(self._inner)

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()


class FormPanel(Overlay):
    """`add_field(…)` in the order of the keys. What was typed stays when it is opened again after Esc."""

    save_wanted = Signal()
    """Every box was checked; from now on nothing can be pressed until `refuse` or `close_over`."""

    COLUMNS = 6

    def __init__(self, host: QWidget, body: QWidget, width: int = WIDTH, beside: QWidget | None = None) -> None:
        """`beside`: what is shown at the right of the boxes while they are filled in."""
        super().__init__(host, body, width)
        self._width = width
        self._order: list[Entry] = []
        self._titles: dict[QWidget, Label] = {}
        self._checks: dict[PlainEdit, Check] = {}
        self.title = Label("", "heading", elides=True)
        self.message_bar = MessageBar()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(px(14))
        self.grid.setVerticalSpacing(px(8))
        for column in range(self.COLUMNS):
            self.grid.setColumnStretch(column, 1)
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.save = KeyButton("", act="finish", tone="soft")
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.save)
        self.card.column.addWidget(self.title)
        self.card.column.addWidget(self.message_bar)
        self._fields = _Fields(self.grid)
        row = QHBoxLayout()
        row.setSpacing(px(18))
        row.addWidget(self._fields, 1)
        if beside is not None:
            row.addWidget(beside)
        self.card.column.addLayout(row)
        self.card.column.addSpacing(px(4))
        self.card.column.addLayout(buttons)
        self.save.clicked.connect(self._check)
        self.back.clicked.connect(self._back)

    def add_field(self, title: Said, widget: Entry, at: tuple[int, int, int], check: Check | None = None) -> None:
        """A box under its title, `at` row, column and width of the grid; `check` refuses what cannot be saved."""
        field = QVBoxLayout()
        field.setSpacing(0)
        label = Label(title, "secondary", "ink2", elides=True)
        field.addWidget(label)
        field.addWidget(widget)
        row, column, span = at
        self.grid.addLayout(field, row, column, 1, span)
        self._order.append(widget)
        self._titles[widget] = label
        if isinstance(widget, Chips | PickBox):
            widget.entered.connect(lambda: self.go_on(widget))
        elif isinstance(widget, PlainEdit):
            widget.returnPressed.connect(lambda: self.go_on(widget))
            if check is not None:
                self._checks[widget] = check

    def show_field(self, widget: Entry, is_shown: bool) -> None:
        """A field that is not asked now is skipped by the keys too."""
        widget.setVisible(is_shown)
        self._titles[widget].setVisible(is_shown)

    def title_of(self, widget: PlainEdit) -> str:
        return self._titles[widget].text()

    def go_on(self, widget: Entry) -> None:
        """To the next field; from the last one the form is saved."""
        following = [each for each in self._order[self._order.index(widget) + 1 :] if not each.isHidden()]
        if following:
            self.stand_on(following[0])
        else:
            self.save.click()

    def open(self, first: QWidget | None = None) -> None:
        self.card.setFixedWidth(min(px(self._width), self._host.width() - px(24)))
        super().open(first)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        has_moved = super().focusNextPrevChild(forwards)
        focus = QApplication.focusWidget()
        if focus is not None:
            self._fields.ensureWidgetVisible(focus)
        return has_moved

    def stand_on(self, widget: Entry) -> None:
        if isinstance(widget, Chips):
            widget.take_focus()
        else:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, PlainEdit):
            widget.selectAll()
        self._fields.ensureWidgetVisible(widget)

    def make_room(self, widget: QWidget) -> None:
        """What was added to the fields is seen, as far as there is room without scrolling."""
        self._fields.updateGeometry()
        QTimer.singleShot(0, widget, lambda: self._fields.ensureWidgetVisible(widget))

    def needed(self, widget: PlainEdit) -> str:
        """The text of a box. Refuses Missing with the box's title."""
        if not widget.text().strip():
            raise Missing(self._titles[widget].text())
        return widget.text()

    def refuse(self, refusal: Refusal) -> None:
        self.saving(False)
        self.message_bar.refuse(refusal)

    def saving(self, is_saving: bool) -> None:
        self.save.setEnabled(not is_saving)
        self.back.setEnabled(not is_saving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_saving = not self.save.isEnabled()
        if not (is_saving and event.key() == Qt.Key.Key_Escape):
            super().keyPressEvent(event)

    def say_title(self, text: Said) -> None:
        self.title.say(text)
        self.title.setToolTip(said(text))

    def _check(self) -> None:
        for box, check in self._checks.items():
            if box.isHidden():
                continue
            try:
                check()
            except Refusal as refusal:
                self._refuse_at(box, refusal)
                return
        self.message_bar.clear()
        self.saving(True)
        self.save_wanted.emit()

    def _refuse_at(self, box: PlainEdit, refusal: Refusal) -> None:
        """The sentence with the name of the box it is about, and the cursor in that box."""
        title = self._titles[box]
        is_named = isinstance(refusal, Missing)
        self.message_bar.say(lambda: refusal.sentence if is_named else f"{title.text()}: {refusal.sentence}", "danger")
        self.stand_on(box)

    def _back(self) -> None:
        self.close_over()
        self.cancelled.emit()
