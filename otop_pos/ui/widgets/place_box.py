"""A box that finds a maker's village while it is typed."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import NotFound
from otop_pos.domain.place import Place
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.place_search import find_places
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import named

ROW, ROWS = 44, 5


class PlaceBox(PlainEdit):
    """The list lies under the box while there is a choice; arrows walk it, Enter or a tap takes a village."""

    taken = Signal()
    """A village was chosen from the list by Enter or by a tap."""

    def __init__(self, panel: QWidget, near: str) -> None:
        super().__init__(lambda: _("Tambon, amphoe or postcode"))
        self._panel = panel
        self._near = near
        self._place = Place()
        self._chosen = ""
        self._list = Card()
        self._list.column.setContentsMargins(1, 1, 1, 1)
        self._list.setParent(panel)
        self.table: RowsTable[Place] = RowsTable(
            (Column(lambda: "", lambda place: named(place.full_th, place.full_en)),), ROW
        )
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.column.addWidget(self.table)
        self._list.hide()
        self.textEdited.connect(self._look_for)
        self.table.clicked.connect(lambda _index: self._take())

    def read(self) -> Place:
        """The chosen place, an empty one for an empty box. Refuses NotFound for a text nobody chose by."""
        text = self.text().strip()
        if not text:
            return Place()
        if text != self._chosen:
            raise NotFound(_("Place"), text)
        return self._place

    def show_value(self, place: Place) -> None:
        self._place = place
        self._chosen = named(place.full_th, place.full_en)
        self.setText(self._chosen)
        self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_open = self._list.isVisible()
        if is_open and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.table.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif is_open and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif is_open and event.key() == Qt.Key.Key_Escape:
            self._list.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.text() == self._chosen:
            self.show_value(self._place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.hide()

    def _look_for(self, text: str) -> None:
        found = find_places(text, self._near)
        self.mark_wrong(bool(text.strip()) and not found)
        self._list.setVisible(bool(found))
        if found:
            self.table.show_rows(found, select=0)
            corner = self.mapTo(self._panel, QPoint(0, self.height() + px(4)))
            self._list.setGeometry(corner.x(), corner.y(), self.width(), px(ROW) * min(len(found), ROWS) + 4)
            self._list.raise_()

    def _take(self) -> None:
        place = self.table.selected()
        if place is not None:
            self.show_value(place)
            self.mark_wrong(False)
            self.taken.emit()
