"""One step of the set-up: a question, its answer, and why it is asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.i18n import _
from otop_pos.ui.setup.plan import Plan
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.label import Said, said
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.paragraph import Paragraph

FORM = 720


class Page(QWidget):
    """`step` is its name in the list of steps. Enter in the last box is `done`."""

    done = Signal()

    def __init__(self, step: Said, title: Said, hint: Said = "") -> None:
        super().__init__()
        self._step = step
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(8))
        heading = Paragraph(title, "action", "figure")
        self.column.addWidget(heading)
        if hint:
            self.column.addWidget(Paragraph(hint, "body", "ink2"))
        self._first: QWidget | None = None

    def step(self) -> str:
        return said(self._step)

    def next_text(self) -> str:
        """What stands on the button that goes on."""
        return _("Next")

    def add_fields(self, *fields: Field) -> None:
        """Enter goes from box to box, from the last one on to the next page; typing takes a refusal back."""
        for number, field in enumerate(fields):
            edit = field.edit
            if not isinstance(edit, PlainEdit):
                continue
            edit.textEdited.connect(lambda _text, field=field: _forgive(field))
            following = fields[number + 1].edit if number + 1 < len(fields) else None
            if following is None:
                edit.returnPressed.connect(self.done)
            else:
                edit.returnPressed.connect(lambda box=following: box.setFocus(Qt.FocusReason.TabFocusReason))
        self._first = self._first or fields[0].edit

    def add_form(self, *widgets: QWidget) -> None:
        """On a card no wider than the eye likes to go back and forth."""
        card = Card(padding=22, spacing=6)
        card.setMaximumWidth(px(FORM))
        for widget in widgets:
            card.column.addWidget(widget)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def arrive(self, plan: Plan) -> None:
        """The page comes to the front: the focus where the hands begin."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Another page comes to the front."""

    def take(self, plan: Plan) -> None:
        """Write the answers into the plan. Refuses what cannot be; the box says why."""


def text_of(field: Field) -> str:
    return field.edit.text().strip() if isinstance(field.edit, PlainEdit) else ""


def needed(field: Field) -> str:
    """Its text. Refuses Missing."""
    text = text_of(field)
    if not text:
        raise wrong(field, Missing(field.title()))
    return text


def wrong(field: Field, refusal: Refusal) -> Refusal:
    """Said at the box, which gets the focus; to be raised."""
    if isinstance(field.edit, PlainEdit):
        field.edit.mark_wrong(True)
    field.say(lambda: refusal.sentence, "danger")
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    return refusal


def _forgive(field: Field) -> None:
    if isinstance(field.edit, PlainEdit):
        field.edit.mark_wrong(False)
    field.say("")
