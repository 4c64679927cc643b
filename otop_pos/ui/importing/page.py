"""Import: a list is chosen or dropped, looked at row by row, brought in, and the rest taken along to mend."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.domain.import_list import ImportBatch, ImportKind, ImportList, ImportPreview
from otop_pos.i18n import _
from otop_pos.services.import_batch import import_list, preview_import, save_rejected
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.importing.list_view import ListView
from otop_pos.ui.importing.past_lists import PastLists
from otop_pos.ui.screen import Screen
from otop_pos.ui.style import px
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.number_edit import MoneyEdit
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.widgets.working import Working

SUFFIXES = (".csv", ".xlsx", ".xlsm", ".txt", ".tsv")


class ImportPage(Screen):
    """Stands alone, or in a stack of another screen; `left` when somebody goes back."""

    left = Signal()

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._wanted: ImportList | None = None
        self._build()
        self._connect()
        self._allow()

    def _build(self) -> None:
        self.kind = Segments(
            [(ImportKind.PRODUCT, lambda: _("Products")), (ImportKind.PRODUCER, lambda: _("Producers"))]
        )
        self.kind.choose(ImportKind.PRODUCT)
        for button in self.kind.buttons.values():
            button.setMinimumWidth(px(120))
        self.title = Label(lambda: _("Bring in a list"), "heading", elides=True)
        self.file_name = Label("", "secondary", "ink2", elides=True)
        self.choose_file = KeyButton(lambda: _("Choose a file"), act="import_choose", icon="file-arrow-up")
        self.past = KeyButton(lambda: _("Past lists"), act="import_past", icon="clock-counter-clockwise")
        self.leave = KeyButton(lambda: _("Back"), "Esc", tone="soft")
        self.price = MoneyEdit()
        self.price_field = Field(lambda: _("Price for rows without one"), self.price)
        self.price_field.setFixedWidth(px(220))
        self.working = Working()
        self.view = ListView()
        self.rejected = KeyButton(
            lambda: _("Save the rows that stay out"), act="import_rejected", icon="file-arrow-down"
        )
        self.bring_in = KeyButton("", act="finish", tone="primary")
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(10))
        column.addLayout(self._head())
        for widget in (self.message_bar, self.working):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addLayout(self._foot())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.past_lists = PastLists(self, self.body, self._backend, self._desk)
        self.setAcceptDrops(True)

    def _head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.file_name)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addLayout(names, 1)
        for widget in (self.kind, self.choose_file, self.past, self.leave):
            head.addWidget(widget)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.rejected)
        foot.addStretch(1)
        foot.addWidget(self.price_field)
        foot.addWidget(self.bring_in)
        self.bring_in.setMinimumWidth(px(380))
        return foot

    def _connect(self) -> None:
        for button, act in (
            (self.choose_file, self._choose),
            (self.past, self.past_lists.ask),
            (self.rejected, self._save_rejected),
            (self.bring_in, self._begin),
        ):
            button.clicked.connect(act)
        self.leave.clicked.connect(self.left)
        self.kind.changed.connect(lambda _kind: self._look_again())
        self.price.returnPressed.connect(self._look_again)
        self.price.editingFinished.connect(self._take_price)
        self.past_lists.undone.connect(self._taken_back)
        self._backend.crashed.connect(self._allow)

    @property
    def help_topic(self) -> str:
        return "import"

    def arrive(self) -> None:
        self.message_bar.clear()
        self.choose_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """What each row says was said in the other language: the file is read again."""
        self._say_bring_in()
        if self._wanted is not None:
            self._look(self._wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def refuse(self, refusal: Refusal) -> None:
        self.working.end()
        self._allow()
        super().refuse(refusal)

    def take_file(self, file: Path) -> None:
        """A file that was chosen or dropped: read, and shown row by row."""
        self.message_bar.clear()
        self._look(ImportList(file, ImportKind(self.kind.choice()), self.price.value()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.past_lists.is_open and _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self.take_file(file)

    def _choose(self) -> None:
        lists = _("Lists")
        kinds = f"{lists} (*{' *'.join(SUFFIXES)})"
        name, _chosen = QFileDialog.getOpenFileName(self, _("Choose a file"), "", kinds)
        if name:
            self.take_file(Path(name))

    def _look_again(self) -> None:
        if self._wanted is not None:
            self.take_file(self._wanted.file)

    def _take_price(self) -> None:
        """Left, the price counts; Enter has told already."""
        if self._wanted is not None and self.price.value() != self._wanted.default_price:
            self._look_again()

    def _look(self, wanted: ImportList) -> None:
        self._wanted = wanted
        self.file_name.say(str(wanted.file))
        self._allow(is_busy=True)
        self.working.begin(lambda: _("Reading the list…"))
        self._backend.work(
            preview_import, wanted, done=partial(self._show, wanted), refused=self._unreadable, owner=self
        )

    def _show(self, wanted: ImportList, preview: ImportPreview) -> None:
        if wanted is self._wanted:
            self.working.end()
            self.view.show_preview(preview)
            self._allow()
            if preview.lacks_prices and not preview.good:
                self.price.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unreadable(self, refusal: Refusal) -> None:
        self._wanted = None
        self.file_name.say("")
        self.view.show_nothing()
        self.refuse(refusal)

    def _begin(self) -> None:
        """A price that was typed and not looked at yet is looked at first."""
        if self._wanted is not None and self.price.value() != self._wanted.default_price:
            self._look_again()
        else:
            self._bring_in()

    def _bring_in(self, approval: Approval | None = None) -> None:
        if self._wanted is None:
            return
        self._allow(is_busy=True)
        self.working.begin(lambda: _("Bringing it in…"))
        self._backend.work(
            import_list,
            self._wanted,
            **self._desk.here(),
            approval=approval,
            done=self._came_in,
            refused=self._desk.approvals.or_refuse(self._bring_in, self.refuse),
            owner=self,
        )

    def _came_in(self, preview: ImportPreview) -> None:
        """What stayed out stays on screen, to be saved and mended."""
        self.working.end()
        self.view.show_preview(preview)
        self._desk.announcements.products_changed.emit()
        self.message_bar.say(
            lambda: _("{good} came in from {file}; {bad} stayed out").format(
                good=preview.good, file=preview.file_name, bad=preview.bad
            ),
            "good",
            lambda: _("Past lists"),
            self.past_lists.ask,
        )
        self._allow(is_in=True)

    def _taken_back(self, _batch: ImportBatch) -> None:
        self._desk.announcements.products_changed.emit()
        self.message_bar.clear()
        self._look_again()

    def _save_rejected(self) -> None:
        if self._wanted is None or self.view.preview is None:
            return
        self.rejected.setEnabled(False)
        self._backend.send(
            save_rejected,
            self._wanted,
            self.view.preview,
            self._desk.settings.papers,
            self._desk.now(),
            done=self._saved,
            refused=self.refuse,
            owner=self,
        )

    def _saved(self, file: Path) -> None:
        self.rejected.setEnabled(True)
        self.message_bar.say(lambda: _("Saved: {file}").format(file=file), "good")

    def _allow(self, *_crash: object, is_busy: bool = False, is_in: bool = False) -> None:
        preview = self.view.preview if not is_busy else None
        self.bring_in.setEnabled(preview is not None and preview.good > 0 and not is_in)
        self.rejected.setEnabled(preview is not None and preview.bad > 0)
        self.price_field.setVisible(preview is not None and preview.lacks_prices > 0)
        self._say_bring_in()

    def _say_bring_in(self) -> None:
        good = self.view.preview.good if self.view.preview is not None else 0
        self.bring_in.say(
            (lambda: _("Bring in {count} rows").format(count=f"{good:,}")) if good else (lambda: _("Bring in"))
        )


def _dropped(event: QDropEvent) -> Path | None:
    """The first file that could be a list."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix.lower() in SUFFIXES), None)
