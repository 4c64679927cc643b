"""A new maker at the desk, or a first agreement: on the spot, by keyboard."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.agreement import Agreement, AgreementRate, Rate, TaxMode
from otop_pos.domain.errors import AlreadyExists, Refusal
from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.i18n import _
from otop_pos.services.producer import next_producer_code, register_producer, sign_agreement
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.receiving.words import kind_name, terms
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.chips import Chips
from otop_pos.ui.widgets.form_panel import Entry, FormPanel
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.percent_edit import PercentEdit
from otop_pos.ui.widgets.place_box import PlaceBox
from otop_pos.ui.widgets.place_search import find_places
from otop_pos.ui.wording import producer_name

USUAL_SHARE = 2500
"""Basis points the centre keeps, to start from."""


class ProducerPanel(FormPanel):
    """`ask_new(name)` or `ask_terms(producer)`; both end in `signed(producer, agreement)`."""

    signed = Signal(object, object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body)
        self._backend = backend
        self._desk = desk
        self._producer: Producer | None = None
        self.has_registered = False
        """The maker who just signed is new: there are no goods yet."""
        self._build()
        self.save_wanted.connect(self._save)
        self.share.changed.connect(lambda _value: self._show_terms())

    def _build(self) -> None:
        self.code, self.name, self.name_en, self.phone = PlainEdit(), PlainEdit(), PlainEdit(), PlainEdit()
        self.kind = Chips([(kind, partial(kind_name, kind)) for kind in ProducerKind], columns=3)
        self.tax_id = PlainEdit(lambda: _("13 digits"))
        self.vat = Chips(
            [("", lambda: _("Not registered for VAT")), ("vat", lambda: _("Registered for VAT"))], columns=2
        )
        self.place = PlaceBox(self, self._desk.shop.address_th)
        self.place.taken.connect(lambda: self.go_on(self.place))
        self.share = PercentEdit()
        self.share.show_value(USUAL_SHARE)
        self.add_field(lambda: _("Name of the maker"), self.name, (0, 0, 4), lambda: self.needed(self.name))
        self.add_field(lambda: _("Phone"), self.phone, (0, 4, 2))
        self.add_field(lambda: _("Village"), self.place, (1, 0, 4), self.place.read)
        self.add_field(lambda: _("Share of the centre %"), self.share, (1, 4, 2), lambda: self.agreement(0))
        self.add_field(lambda: _("Name in English (if any)"), self.name_en, (2, 0, 4))
        self.add_field(lambda: _("Code"), self.code, (2, 4, 2), lambda: self.needed(self.code))
        self.add_field(lambda: _("Kind"), self.kind, (3, 0, 6))
        self.add_field(lambda: _("VAT"), self.vat, (4, 0, 4))
        self.add_field(lambda: _("Tax ID (if any)"), self.tax_id, (4, 4, 2))
        ground = Card(padding=14, spacing=0)
        self.terms = Paragraph("", "secondary", "ink2")
        ground.column.addWidget(Label(lambda: _("Both sides then agree"), "strong"))
        ground.column.addWidget(self.terms)
        ground.setMinimumHeight(px(112))
        self.grid.addWidget(ground, 5, 0, 1, 6)

    def ask_new(self, name: str = "") -> None:
        """A maker nobody knows yet; the code is proposed."""
        self._start(None)
        self.say_title(lambda: _("New maker"))
        if name:
            self.name.setText(name)
        self._propose_code()
        # Seven thousand tambons are read while the name is typed, not at the first letter of the village.
        self._backend.send(find_places, self._desk.shop.name_th)
        self.open(self.name)

    def ask_terms(self, producer: Producer) -> None:
        """A maker without an agreement for today: only the share is asked."""
        self._start(producer)
        self.say_title(lambda: _("Agreement with {producer}").format(producer=producer_name(producer)))
        self.open(self.share)

    def go_on(self, widget: Entry) -> None:
        """After the share everything is said that only the maker knows; the rest is proposed, or reached by Tab."""
        if widget is self.share:
            self.save.click()
        else:
            super().go_on(widget)

    def agreement(self, producer_id: int) -> Agreement:
        """From today on, with the shop's usual terms. Refuses Missing, NotANumber."""
        self.needed(self.share)
        rate = AgreementRate(Rate(basis_points=self.share.read()))
        return Agreement(producer_id, self._desk.today, (rate,), tax_mode=self._tax_mode())

    def _start(self, producer: Producer | None) -> None:
        self._producer = producer
        self.has_registered = False
        self.message_bar.clear()
        self.saving(False)
        for field in (self.code, self.name, self.name_en, self.phone, self.kind, self.place, self.vat, self.tax_id):
            self.show_field(field, producer is None)
        self.save.say(lambda: _("Save and sign") if producer is None else _("Sign the agreement"))
        self._show_terms()

    def _tax_mode(self) -> TaxMode:
        return TaxMode.FULL_PRICE if self._desk.shop.vat_registered else TaxMode.NONE

    def _show_terms(self) -> None:
        share = self.share.value()
        if share is not None:
            draft = Agreement(0, date.min, (AgreementRate(Rate(basis_points=share)),), tax_mode=self._tax_mode())
            self.terms.say(lambda: " · ".join(terms(draft)))

    def _propose_code(self) -> None:
        self._backend.call(next_producer_code, self._desk.shop.code, done=self.code.setText, owner=self)

    def _save(self) -> None:
        if self._producer is not None:
            self._sign(self._producer)
            return
        producer = Producer(
            self.code.text(),
            self.name.text(),
            self.name_en.text(),
            ProducerKind(self.kind.choice()),
            self.place.read(),
            phone=self.phone.text(),
            tax_id=to_arabic_digits(self.tax_id.text()),
            vat_registered=bool(self.vat.choice()),
        )
        self._backend.call(
            register_producer,
            producer,
            **self._desk.by(),
            done=self._registered,
            refused=self._not_registered,
            owner=self,
        )

    def _registered(self, producer: Producer) -> None:
        # Known from here on: should signing be refused, only signing is left to do.
        self._producer = producer
        self.has_registered = True
        self._sign(producer)

    def _not_registered(self, refusal: Refusal) -> None:
        self.refuse(refusal)
        if isinstance(refusal, AlreadyExists):
            self._propose_code()

    def _sign(self, producer: Producer) -> None:
        agreement = self.agreement(producer.id)
        self._backend.call(
            sign_agreement,
            agreement,
            **self._desk.by(),
            done=lambda signed: self._signed(producer, signed),
            owner=self,
        )

    def _signed(self, producer: Producer, agreement: Agreement) -> None:
        self.close_over()
        for box in (self.name, self.name_en, self.phone, self.place, self.tax_id):
            box.clear()
        self.vat.choose("")
        self.share.show_value(USUAL_SHARE)
        self.signed.emit(producer, agreement)
