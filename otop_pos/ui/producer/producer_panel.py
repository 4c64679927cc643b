"""Everything the shop knows of a producer, in one form: a new one, or one put right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.domain.tax_id import is_valid_tax_id
from otop_pos.i18n import _
from otop_pos.services.producer import next_producer_code, register_producer
from otop_pos.services.producer_record import change_producer
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.acting import Acts
from otop_pos.ui.producer.words import kind_name
from otop_pos.ui.widgets.form_panel import FormPanel
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.pick_box import PickBox
from otop_pos.ui.widgets.place_box import PlaceBox
from otop_pos.ui.widgets.story_edit import StoryEdit
from otop_pos.ui.wording import producer_name

WIDTH = 1120


class ProducerPanel(FormPanel):
    """`ask_new(name)` or `ask_change(producer)` → `saved(producer, is_new)`."""

    saved = Signal(object, bool)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._backend = backend
        self._desk = desk
        self._acts = Acts(self, backend, desk)
        self._producer = Producer("", "")
        self._build()
        self.save_wanted.connect(self._save)
        self.save.say(lambda: _("Save"))
        self.tax_id.textChanged.connect(lambda _text: self._look_at_tax_id())

    def _build(self) -> None:
        self.name, self.name_en, self.code = PlainEdit(), PlainEdit(), PlainEdit()
        self.phone, self.line_id, self.address = PlainEdit(), PlainEdit(), PlainEdit()
        self.tax_id, self.otop_no = PlainEdit(lambda: _("13 digits")), PlainEdit()
        self.kind = PickBox([(kind, partial(kind_name, kind)) for kind in ProducerKind])
        self.vat = PickBox([("", lambda: _("no VAT")), ("vat", lambda: _("VAT registered"))])
        self.stars = PickBox([(str(count), partial(_stars, count)) for count in range(6)])
        working = ("active", lambda: _("works with us")), ("", lambda: _("no longer with us"))
        self.active = PickBox(working)
        self.place = PlaceBox(self, self._desk.shop.address_th)
        self.place.taken.connect(lambda: self.go_on(self.place))
        self.story, self.story_en = StoryEdit(2), StoryEdit(2)
        self.add_field(lambda: _("Name of the producer"), self.name, (0, 0, 2), lambda: self.needed(self.name))
        self.add_field(lambda: _("Name in English (if any)"), self.name_en, (0, 2, 2))
        self.add_field(lambda: _("Code"), self.code, (0, 4, 1), lambda: self.needed(self.code))
        self.add_field(lambda: _("OTOP stars"), self.stars, (0, 5, 1))
        self.add_field(lambda: _("Kind"), self.kind, (1, 0, 2))
        self.add_field(lambda: _("Phone"), self.phone, (1, 2, 1))
        self.add_field("LINE", self.line_id, (1, 3, 1))
        self.add_field(lambda: _("OTOP registration"), self.otop_no, (1, 4, 1))
        self.add_field(lambda: _("State"), self.active, (1, 5, 1))
        self.add_field(lambda: _("House number, village, road"), self.address, (2, 0, 2))
        self.add_field(lambda: _("Tambon, amphoe or postcode"), self.place, (2, 2, 2), self.place.read)
        self.add_field(lambda: _("Tax ID"), self.tax_id, (2, 4, 1))
        self.add_field(lambda: _("VAT"), self.vat, (2, 5, 1))
        self.add_field(lambda: _("The maker's story, for customers"), self.story, (3, 0, 3))
        self.add_field(lambda: _("The story in English"), self.story_en, (3, 3, 3))

    def ask_new(self, name: str = "") -> None:
        self._show(Producer("", name))
        self.say_title(lambda: _("New producer"))
        self.code.setReadOnly(False)
        self._backend.call(next_producer_code, self._desk.shop.code, done=self.code.setText, owner=self)
        self.open(self.name)

    def ask_change(self, producer: Producer) -> None:
        self._show(producer)
        self.say_title(lambda: producer_name(producer))
        self.code.setReadOnly(True)
        self.open(self.name)

    def value(self) -> Producer:
        """As it stands in the boxes. Refuses NotFound (place)."""
        return replace(
            self._producer,
            code=self.code.text(),
            name_th=self.name.text(),
            name_en=self.name_en.text(),
            kind=ProducerKind(self.kind.choice()),
            place=self.place.read(),
            address=self.address.text(),
            phone=self.phone.text(),
            line_id=self.line_id.text(),
            tax_id=self.tax_id.text(),
            vat_registered=bool(self.vat.choice()),
            otop_no=self.otop_no.text(),
            stars=int(self.stars.choice()),
            active=bool(self.active.choice()),
            story_th=self.story.text(),
            story_en=self.story_en.text(),
        )

    def _show(self, producer: Producer) -> None:
        self._producer = producer
        boxes = {
            self.code: producer.code,
            self.name: producer.name_th,
            self.name_en: producer.name_en,
            self.phone: producer.phone,
            self.line_id: producer.line_id,
            self.address: producer.address,
            self.tax_id: producer.tax_id,
            self.otop_no: producer.otop_no,
        }
        for box, text in boxes.items():
            box.setText(text)
        self.story.setText(producer.story_th)
        self.story_en.setText(producer.story_en)
        self.kind.choose(producer.kind)
        self.vat.choose("vat" if producer.vat_registered else "")
        self.stars.choose(str(producer.stars))
        self.active.choose("active" if producer.active else "")
        self.place.show_value(producer.place)
        self.message_bar.clear()
        self.saving(False)

    def _look_at_tax_id(self) -> None:
        """Numbers that fail the check digit are in real use: a word, no barrier."""
        text = self.tax_id.text().strip()
        if text and len(text) >= 13 and not is_valid_tax_id(text):
            self.message_bar.say(lambda: _("The tax ID does not fit its check digit: look at it again"), "warn")
        else:
            self.message_bar.clear()

    def _save(self) -> None:
        is_new = not self._producer.id
        self._acts.run(
            register_producer if is_new else change_producer,
            self.value(),
            done=lambda producer: self._saved(producer, is_new),
            refuse=self.refuse,
            pause=lambda: self.saving(False),
            named=self._desk.by() if is_new else None,
        )

    def _saved(self, producer: Producer, is_new: bool) -> None:
        self.close_over()
        self.saved.emit(producer, is_new)


def _stars(count: int) -> str:
    return "★" * count or "–"
