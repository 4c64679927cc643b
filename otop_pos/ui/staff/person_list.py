"""People to choose from: a button each, with initials, name and role."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from otop_pos.domain.shop import User
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import CARD_RADIUS, colour, font, px
from otop_pos.ui.widgets.tile import paint_tile
from otop_pos.ui.wording import role_name

HEIGHT, SIDE, EDGE = 66, 44, 11


class PersonButton(QAbstractButton):
    def __init__(self, user: User) -> None:
        super().__init__()
        self.user = user
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", CARD_RADIUS)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(px(230), px(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        painter.setPen(QPen(colour("primary" if is_on else "control_line"), 2 if is_on else 1))
        painter.setBrush(colour("primary_soft" if is_on or self.underMouse() else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CARD_RADIUS, CARD_RADIUS)
        side, edge = px(SIDE), px(EDGE)
        paint_tile(painter, QRectF(edge, (self.height() - side) / 2, side, side), self.user.name)
        if is_on:
            mark = px(22)
            place = QRectF(self.width() - edge - mark, (self.height() - mark) / 2, mark, mark)
            draw_icon(painter, place, "check-circle", colour("primary"))
        self._paint_words(painter, QRectF(side + 2 * edge, 0, self.width() - side - 4 * edge - px(16), self.height()))

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        middle = area.height() / 2
        for role, tone, text, top in (
            ("name", "ink", self.user.name, px(4)),
            ("secondary", "ink2", role_name(self.user.role), middle - px(2)),
        ):
            painter.setFont(font(role))  # type: ignore[arg-type]
            painter.setPen(colour(tone))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
            place = QRectF(area.left(), top, area.width(), middle - px(2))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), words)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.user.name} · {role_name(self.user.role)}")
        self.update()


class PersonList(QScrollArea):
    """`show_people(users)`, `person`; `chosen(User)` when somebody else is picked. `step(±1)` goes on to the next."""

    chosen = Signal(object)

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self._columns = columns
        self._group = QButtonGroup(self)
        self._ground = QWidget()
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(px(4), px(4), px(4), px(4))
        self._grid.setSpacing(px(8))
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._group.idClicked.connect(lambda _number: self._tell())

    @property
    def people(self) -> tuple[User, ...]:
        return tuple(button.user for button in self._buttons())

    @property
    def person(self) -> User | None:
        button = self._group.checkedButton()
        return button.user if isinstance(button, PersonButton) else None

    def show_people(self, users: Sequence[User], code: str = "") -> None:
        """`code` is chosen, else the first."""
        for old in self._buttons():
            self._group.removeButton(old)
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, user in enumerate(users):
            button = PersonButton(user)
            self._group.addButton(button, number)
            self._grid.addWidget(button, number // self._columns, number % self._columns)
        self._grid.setRowStretch(len(users), 1)
        if users:
            self.choose(next((each for each in users if each.code == code), users[0]))

    def choose(self, user: User) -> None:
        """As a finger does it."""
        button = next(each for each in self._buttons() if each.user.code == user.code)
        button.setChecked(True)
        self.ensureWidgetVisible(button)
        self._tell()

    def step(self, by: int) -> None:
        if people := self.people:
            self.choose(people[(self._group.checkedId() + by) % len(people)])

    def _buttons(self) -> list[PersonButton]:
        return [button for button in self._group.buttons() if isinstance(button, PersonButton)]

    def _tell(self) -> None:
        if (person := self.person) is not None:
            self.chosen.emit(person)
