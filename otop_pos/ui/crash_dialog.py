"""A bug, shown once, with where the log is; what was on screen stays."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.paragraph import Paragraph


class CrashDialog(QDialog):
    """Says what happened in words a cashier can pass on by telephone."""

    def __init__(self, error: BaseException, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.setMinimumSize(px(520), px(240))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(Label(lambda: _("Something went wrong in the program"), "heading"))
        column.addWidget(
            Paragraph(lambda: _("What was saved is safe and your bill is still here. You can go on working."))
        )
        column.addWidget(Paragraph(f"{type(error).__name__}: {error}"[:300], "secondary", "ink2"))
        column.addWidget(Paragraph(lambda: _("Details are in {path}").format(path=log_file), "secondary", "ink2"))
        button = KeyButton(lambda: _("Go on"), tone="soft")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self.accept)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)


class CrashReporter:
    """Shows the first bug; the same bug again, or one while a dialog stands, is only logged."""

    def __init__(self, log_file: Path, parent: QWidget | None = None) -> None:
        self._log_file = log_file
        self._parent = parent
        self._shown: set[str] = set()
        self.dialog: CrashDialog | None = None

    def use_parent(self, parent: QWidget) -> None:
        """The window that bugs are shown over."""
        self._parent = parent

    def report(self, error: BaseException) -> None:
        name = f"{type(error).__name__}: {error}"
        if name in self._shown or self.dialog is not None:
            return
        self._shown.add(name)
        self.dialog = CrashDialog(error, self._log_file, self._parent)
        self.dialog.finished.connect(self._forget)
        # Not exec(): the till must go on answering its scanner and its timers.
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None
