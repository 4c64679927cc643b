"""Why the program cannot start, and what to do, in a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.i18n import _
from otop_pos.ui.style import px, wear
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.paragraph import Paragraph


class StartProblem(QWidget):
    """One sentence and a button to leave."""

    def __init__(self, sentence: Said) -> None:
        super().__init__()
        self.setWindowTitle("OTOP POS")
        wear(self, kind="paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(px(560), px(200))
        self.sentence = Paragraph(sentence)
        self.leave = KeyButton(lambda: _("Close"), tone="soft")
        self.leave.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.leave.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(24), px(28), px(20))
        column.setSpacing(px(14))
        column.addWidget(Label(lambda: _("OTOP POS cannot start"), "heading"))
        column.addWidget(self.sentence)
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignRight)
