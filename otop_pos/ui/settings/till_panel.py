"""This till: its look, its printer, its machine, and the way into training."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.devices.system_printer import list_printers
from otop_pos.domain.errors import Refusal
from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.services.trial_slip import print_trial_slip
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.papers import Papers
from otop_pos.ui.settings.look_card import LookCard, offer_training
from otop_pos.ui.settings.machine_card import MachineCard
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.printer_choice import PrinterChoice

ALONE = 560
"""How wide the cards are when nothing stands beside them."""
QWIDGETSIZE_MAX = 16_777_215


class TillPanel(QWidget):
    """Everybody sees look and training; printer and machine who keeps the shop."""

    training_wanted = Signal()

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._build()
        self._connect()

    def _build(self) -> None:
        self.message_bar = MessageBar()
        self.look = LookCard(self._desk)
        self.machine = MachineCard(self._backend, self._desk)
        self.training = self._training()
        self.paper = self._paper()
        left = QVBoxLayout()
        left.setSpacing(px(14))
        left.addWidget(self.look)
        left.addWidget(self.training)
        left.addStretch(1)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(px(4), px(4), px(4), px(4))
        row.setSpacing(px(14))
        row.addLayout(left, 4)
        row.addWidget(self.paper, 4)
        row.addWidget(self.machine, 5)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.message_bar)
        column.addWidget(self.area, 1)
        self._row = row

    def _training(self) -> Card:
        card = Card(padding=18, spacing=6)
        self.train = KeyButton("", tone="soft", icon="graduation-cap")
        card.column.addWidget(Label(lambda: _("Training"), "heading"))
        card.column.addWidget(
            Paragraph(
                lambda: _("The same screens over a copy of the shop: stock, drawer and figures stay untouched."),
                tone="ink2",
            )
        )
        card.column.addWidget(self.train)
        return card

    def _paper(self) -> Card:
        card = Card(padding=18, spacing=6)
        self.printer = PrinterChoice()
        self.test = KeyButton(lambda: _("Print a test slip"), icon="printer")
        card.column.addWidget(Label(lambda: _("Printer"), "heading"))
        card.column.addWidget(self.printer)
        card.column.addWidget(self.test)
        card.column.addWidget(
            Paragraph(lambda: _("It shows whether every Thai tone mark stands where it belongs."), "secondary", "ink2")
        )
        card.column.addStretch(1)
        return card

    def _connect(self) -> None:
        self.train.clicked.connect(self.training_wanted)
        self.test.clicked.connect(self._print)
        self.printer.changed.connect(self._take_printer)
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever Tab reaches is seen."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.area.ensureWidgetVisible(watched)
        return False

    def arrive(self) -> None:
        keeps_shop = self._desk.may(Right.KEEP_SHOP)
        self.paper.setVisible(keeps_shop)
        self.machine.setVisible(keeps_shop and not self._desk.shop.is_training)
        for card in (self.look, self.training):
            card.setMaximumWidth(QWIDGETSIZE_MAX if keeps_shop else px(ALONE))
        self.training.setVisible(self._desk.shop.is_training or self._desk.may(Right.TRAIN))
        offer_training(self.train, self._desk.shop.is_training)
        self.look.arrive()
        self.machine.arrive()
        if keeps_shop:
            self._backend.send(list_printers, done=self._show_printers, owner=self)
        self.look.language.take_focus()

    def refuse(self, refusal: Refusal) -> None:
        self.test.setEnabled(True)
        self.train.setEnabled(True)
        self.message_bar.refuse(refusal)

    def wait_for_training(self) -> None:
        self.train.setEnabled(False)
        self.message_bar.say(lambda: _("The shop is being copied for training…"))

    def end_waiting(self) -> None:
        self.train.setEnabled(True)
        self.message_bar.clear()

    def _show_printers(self, names: Sequence[str]) -> None:
        self.printer.show_printers(names, self._desk.settings.printer)

    def _take_printer(self, name: str) -> None:
        self._desk.take_settings(replace(self._desk.settings, printer=name))

    def _print(self) -> None:
        self.test.setEnabled(False)
        desk = self._desk
        self._backend.send(
            print_trial_slip, desk.shop, desk.till, Papers(desk).place, desk.now(), done=self._printed, owner=self
        )

    def _printed(self, file: Path) -> None:
        self.test.setEnabled(True)
        self.message_bar.say(lambda: _("The test slip is made: {file}").format(file=file), "good")
