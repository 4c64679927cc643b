"""A standard: what it is, its number, whose it is and until when."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.standard import Standard, StandardKind
from otop_pos.i18n import _
from otop_pos.services.standard import save_standard
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.acting import Acts
from otop_pos.ui.producer.words import standard_name
from otop_pos.ui.widgets.date_edit import DateEdit
from otop_pos.ui.widgets.form_panel import FormPanel
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.pick_box import PickBox
from otop_pos.ui.wording import product_name

WHOLE = "0"
WIDTH = 720


class StandardPanel(FormPanel):
    """`ask_new` or `ask_change` → `saved(standard)`."""

    saved = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._acts = Acts(self, backend, desk)
        self._standard = Standard(0, StandardKind.FDA, "")
        self.kind = PickBox([(kind, partial(standard_name, kind)) for kind in StandardKind])
        self.number, self.until = PlainEdit(), DateEdit()
        self.owner = PickBox([(WHOLE, lambda: _("the producer as a whole"))])
        self.add_field(lambda: _("Standard"), self.kind, (0, 0, 3))
        self.add_field(lambda: _("Number"), self.number, (0, 3, 3), lambda: self.needed(self.number))
        self.add_field(lambda: _("Of"), self.owner, (1, 0, 3))
        self.add_field(lambda: _("Valid until (empty: does not lapse)"), self.until, (1, 3, 3), self.until.read)
        self.save.say(lambda: _("Save"))
        self.save_wanted.connect(self._save)

    def ask_new(self, producer: Producer, products: Sequence[Product]) -> None:
        self._ask(Standard(producer.id, StandardKind.FDA, ""), products)
        self.say_title(lambda: _("New standard"))

    def ask_change(self, producer: Producer, products: Sequence[Product], standard: Standard) -> None:
        self._ask(standard, products)
        self.say_title(lambda: f"{standard_name(standard.kind)} {standard.number}")

    def _ask(self, standard: Standard, products: Sequence[Product]) -> None:
        self._standard = standard
        goods = [(str(each.id), partial(product_name, each)) for each in products]
        self.owner.offer([(WHOLE, lambda: _("the producer as a whole")), *goods])
        self.owner.choose(str(standard.product_id))
        self.kind.choose(standard.kind)
        self.number.setText(standard.number)
        self.until.show_value(standard.expires_on)
        self.message_bar.clear()
        self.saving(False)
        self.open(self.number if standard.id else self.kind)

    def _save(self) -> None:
        standard = Standard(
            self._standard.producer_id,
            StandardKind(self.kind.choice()),
            self.number.text(),
            self.until.read(),
            int(self.owner.choice()),
            self._standard.id,
        )
        self._acts.run(save_standard, standard, done=self._saved, refuse=self.refuse, pause=lambda: self.saving(False))

    def _saved(self, standard: Standard) -> None:
        self.close_over()
        self.saved.emit(standard)
