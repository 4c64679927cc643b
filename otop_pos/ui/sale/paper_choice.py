"""Which paper the customer takes along."""

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from otop_pos.i18n import _
from otop_pos.ui.sale.large import is_large
from otop_pos.ui.widgets.choice_list import ChoiceRow
from otop_pos.ui.widgets.label import Said

NO_PAPER = "none"
PAPERS: tuple[tuple[str, Said], ...] = (
    ("th", lambda: _("In Thai")),
    ("th-en", lambda: _("Thai and English")),
    ("en", lambda: _("In English")),
    (NO_PAPER, lambda: _("No paper")),
)


class PaperChoice(QWidget):
    """`.choice()` is a language of paper or NO_PAPER. In large type two stand side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        columns = 2 if is_large() else 1
        for number, (_code, text) in enumerate(PAPERS):
            row = ChoiceRow(text)
            self._group.addButton(row, number)
            grid.addWidget(row, number // columns, number % columns)
        self.choose("th")

    def choice(self) -> str:
        return PAPERS[self._group.checkedId()][0]

    def choose(self, code: str) -> None:
        self._group.button([each for each, _text in PAPERS].index(code)).setChecked(True)
