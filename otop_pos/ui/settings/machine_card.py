"""What hangs on this till: folders, drawer, customer's display, and when it locks itself."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from otop_pos.devices.paper_folder import check_folder
from otop_pos.domain.errors import Refusal
from otop_pos.i18n import _
from otop_pos.settings import Settings
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.settings.part import Part
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.segments import Segments

MINUTES = (1, 3, 5, 10, 0)
"""0: never by itself."""


class FolderField(Field):
    """A folder to type or to choose; empty is the usual one, which stands there in grey."""

    def __init__(self, title: Said, usual: Path) -> None:
        self.box = PlainEdit(str(usual))
        super().__init__(title, self.box)
        self._usual = usual
        self.choose = KeyButton("", icon="folder-open", tone="soft")
        self.choose.setAccessibleName(self.title())
        self.choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.column.removeWidget(self.box)
        row.addWidget(self.box, 1)
        row.addWidget(self.choose)
        self.column.insertLayout(1, row)

    def folder(self) -> Path:
        return Path(self.box.text().strip() or self._usual)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self.window(), self.title(), str(self.folder()))
        if chosen:
            self.box.setText(chosen)
            self.box.editingFinished.emit()


class MachineCard(Card):
    """Kept as soon as it is chosen or typed, for this till only."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__(padding=18, spacing=8)
        self._backend = backend
        self._desk = desk
        self._build()
        self._connect()
        self.arrive()

    def _build(self) -> None:
        usual = Settings()
        self.papers = FolderField(lambda: _("Folder for papers"), usual.papers)
        self.outbox = FolderField(lambda: _("Folder for head office's files"), usual.outbox)
        self.drawer = PlainEdit(lambda: _("none"))
        self.drawer_field = Field(lambda: _("Cash drawer: tcp://address:9100 or a device file"), self.drawer)
        self.display = Segments(
            [("auto", lambda: _("Screen 2")), ("window", lambda: _("Window")), ("off", lambda: _("Off"))],
            large=1,
        )
        self.minutes = Segments([(str(each), str(each) if each else (lambda: _("Never"))) for each in MINUTES], large=3)
        self.column.addWidget(Label(lambda: _("This machine"), "heading"))
        self.column.addWidget(self.papers)
        self.column.addWidget(self.outbox)
        self.column.addWidget(self.drawer_field)
        self.column.addWidget(Part(lambda: _("Customer display"), self.display))
        self.column.addWidget(Part(lambda: _("Locks itself after minutes of rest"), self.minutes))
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.papers.box.editingFinished.connect(lambda: self._take_folder(self.papers, "papers_folder"))
        self.outbox.box.editingFinished.connect(lambda: self._take_folder(self.outbox, "outbox_folder"))
        self.drawer.editingFinished.connect(lambda: self._keep(drawer=self.drawer.text().strip()))
        self.display.changed.connect(lambda mode: self._keep(customer_display=mode))
        self.minutes.changed.connect(lambda minutes: self._keep(lock_minutes=int(minutes)))
        for edit in (self.papers.box, self.outbox.box, self.drawer):
            edit.returnPressed.connect(self.focusNextChild)

    def arrive(self) -> None:
        settings = self._desk.settings
        self.papers.box.setText(settings.papers_folder)
        self.outbox.box.setText(settings.outbox_folder)
        self.drawer.setText(settings.drawer)
        self.display.choose(settings.customer_display)
        self.minutes.choose(str(settings.lock_minutes))

    def _take_folder(self, field: FolderField, name: str) -> None:
        """Kept once something could be written there."""
        text = field.box.text().strip()
        if text == getattr(self._desk.settings, name):
            field.say("")
            return
        self._backend.send(
            check_folder,
            field.folder(),
            done=lambda _folder: self._kept_folder(field, name, text),
            refused=lambda refusal: self._refused_folder(field, refusal),
            owner=self,
        )

    def _kept_folder(self, field: FolderField, name: str, text: str) -> None:
        field.box.mark_wrong(False)
        field.say(lambda: _("Kept."), "good")
        self._keep(**{name: text})

    def _refused_folder(self, field: FolderField, refusal: Refusal) -> None:
        field.box.mark_wrong(True)
        field.say(lambda: refusal.sentence, "danger")

    def _keep(self, **changes: object) -> None:
        self._desk.take_settings(replace(self._desk.settings, **changes))  # type: ignore[arg-type]
