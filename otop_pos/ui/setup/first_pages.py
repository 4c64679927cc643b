"""The first two questions: in which language, and what for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from otop_pos.i18n import _, current_language
from otop_pos.ui.setup.page import Page
from otop_pos.ui.setup.plan import Plan
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.widgets.tile import Tile

DEMO, OWN = "demo", "own"
SHELF = ("ผ้าคลุมไหล่", "น้ำผึ้งป่า", "ชากุหลาบ", "แก้วศิลาดล", "ร่มกระดาษสา", "กาแฟดริป", "ย่ามฝ้าย", "สบู่คราม")


class LanguagePage(Page):
    """Asked in both languages: nobody can know which one is read."""

    language_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Language"),
            "ยินดีต้อนรับ · Welcome",
            "เลือกภาษาของหน้าจอ เปลี่ยนได้ทุกเมื่อ · Choose the language of the screen; change it at any time.",
        )
        self.language = Segments([("th", "ไทย"), ("en", "English")])
        for button in self.language.buttons.values():
            button.use_role("action")
            button.setMinimumHeight(px(96))
        self.column.addSpacing(px(12))
        self.column.addWidget(self.language)
        self.column.addStretch(1)
        self.language.changed.connect(self._choose)

    def arrive(self, plan: Plan) -> None:
        self.language.choose(current_language())
        self.language.take_focus()

    def _choose(self, language: str) -> None:
        """Chosen once more is a yes."""
        if language == current_language():
            self.done.emit()
        else:
            self.language_wanted.emit(language)


class KindPage(Page):
    """A shop to look around in, or one's own."""

    def __init__(self) -> None:
        super().__init__(lambda: _("What for"), lambda: _("What shall this till be?"))
        self.kind = Segments([(DEMO, lambda: _("Demo shop")), (OWN, lambda: _("My shop"))])
        for button in self.kind.buttons.values():
            button.use_role("name")
            button.setMinimumHeight(px(64))
        self._chosen = DEMO
        self.kind.choose(DEMO)
        self.kind.changed.connect(self._choose)
        self.column.addSpacing(px(8))
        self.column.addWidget(self.kind)
        told = QHBoxLayout()
        told.setSpacing(px(8))
        told.addWidget(self._demo(), 1)
        told.addWidget(self._own(), 1)
        self.column.addLayout(told, 1)

    def _demo(self) -> Card:
        card = Card(padding=18, spacing=6)
        card.column.addWidget(
            Paragraph(
                lambda: _(
                    "A craft shop of the North with its makers, agreements and full shelves: "
                    "to look around, to learn, to try everything."
                )
            )
        )
        card.column.addWidget(
            Paragraph(lambda: _("Its goods and figures are invented. Nothing is sent anywhere."), "secondary", "ink2")
        )
        grid = QGridLayout()
        grid.setSpacing(px(8))
        grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for number, name in enumerate(SHELF):
            tile = Tile(56)
            tile.show_name(name)
            tile.setToolTip(name)
            grid.addWidget(tile, number // 4, number % 4)
        card.column.addLayout(grid)
        card.column.addStretch(1)
        return card

    def _own(self) -> Card:
        card = Card(padding=18, spacing=6)
        card.column.addWidget(
            Paragraph(lambda: _("Your own shop with empty shelves. A few questions, five minutes, then it can sell."))
        )
        card.column.addWidget(
            Paragraph(
                lambda: _("Have ready: the tax ID, and for VAT the number the Revenue Department gave this machine."),
                "secondary",
                "ink2",
            )
        )
        card.column.addStretch(1)
        return card

    def next_text(self) -> str:
        return _("Open the demo shop") if self.kind.choice() == DEMO else _("Next")

    def arrive(self, plan: Plan) -> None:
        self.kind.take_focus()

    def take(self, plan: Plan) -> None:
        plan.is_demo = self.kind.choice() == DEMO

    def _choose(self, kind: str) -> None:
        """Chosen once more is a yes."""
        before, self._chosen = self._chosen, kind
        if kind == before:
            self.done.emit()
