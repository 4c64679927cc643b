"""Taking goods in: a maker, what was counted, one press, and the papers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.errors import NoAgreement, Refusal
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.receiving import Grn
from otop_pos.domain.scan import read_scan
from otop_pos.domain.stock_note import StockNote
from otop_pos.i18n import _
from otop_pos.services.producer import read_agreement
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.receiving.code_reader import CodeReader
from otop_pos.ui.receiving.delivery_page import DeliveryPage
from otop_pos.ui.receiving.draft import Draft, DraftLine
from otop_pos.ui.receiving.draft_keeper import DraftKeeper
from otop_pos.ui.receiving.photo_panel import PhotoPanel
from otop_pos.ui.receiving.posting import Posting
from otop_pos.ui.receiving.producer_panel import ProducerPanel
from otop_pos.ui.receiving.producers_page import ProducersPage
from otop_pos.ui.receiving.product_panel import ProductPanel
from otop_pos.ui.receiving.repeating import Repeating
from otop_pos.ui.receiving.reprinting import Reprinting
from otop_pos.ui.receiving.right_panel import RightPanel
from otop_pos.ui.receiving.words import labels_printed
from otop_pos.ui.screen import Screen
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.wording import producer_name


class ReceivingScreen(Screen):
    """Keeps one draft per maker: neither going away nor another maker, language or a power cut loses a count."""

    received = Signal(object)
    """A Grn was posted."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self.drafts: dict[int, Draft] = {}
        self._has_read = False
        self._posts_later = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.codes = CodeReader(self._backend, self)
        self.keeper = DraftKeeper(self._backend, self._desk, self)
        self.posting = Posting(self._backend, self._desk, self)
        self.repeating = Repeating(self._backend, self)
        self.reprinting = Reprinting(self._backend, self._desk, self)
        self.body = QWidget()
        self.producers = ProducersPage(self._backend)
        self.delivery = DeliveryPage(self._backend, self._desk, self.message_bar)
        pages = QWidget()
        self.pages = QStackedLayout(pages)
        self.pages.addWidget(self.producers)
        self.pages.addWidget(self.delivery)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(14))
        column.setSpacing(px(10))
        column.addWidget(self.message_bar)
        column.addWidget(pages, 1)
        frame = QStackedLayout(self)
        frame.addWidget(self.body)
        self.producer_panel = ProducerPanel(self, self.body, self._backend, self._desk)
        self.right_panel = RightPanel(self, self.body, self._backend, self._desk)
        self.photo_panel = PhotoPanel(self, self.body, self._backend, self._desk)
        self.product_panel = ProductPanel(self, self.body, self._backend, self._desk)

    def _connect(self) -> None:
        self.producers.chosen.connect(self._choose)
        self.producers.new_wanted.connect(self.producer_panel.ask_new)
        self.producers.missed.connect(lambda text: self._offer_new_producer(text, text))
        self.producers.copy_wanted.connect(self.reprinting.copy_note)
        self.producers.right_wanted.connect(self.right_panel.ask)
        self.right_panel.reversed.connect(self._reversed)
        self.right_panel.corrected.connect(self._corrected)
        self.producers.labels_wanted.connect(self.reprinting.labels_again)
        self.delivery.changed.connect(self._keep)
        self.delivery.held.connect(self._hold)
        self.delivery.repeat_wanted.connect(self._repeat)
        self.repeating.found.connect(self._repeated)
        self.delivery.photo_wanted.connect(self.photo_panel.ask)
        self.photo_panel.chosen.connect(self.delivery.take_photo)
        self.delivery.product_wanted.connect(self._ask_product)
        self.delivery.post_wanted.connect(self._post)
        self.keeper.found.connect(self._found_drafts)
        self.posting.posted.connect(self._posted)
        self.posting.refused.connect(self._not_posted)
        self.codes.producer_found.connect(self._choose)
        self.codes.producer_unknown.connect(self._not_a_producer)
        self.codes.product_found.connect(self._take_scanned)
        self.codes.product_unknown.connect(self._offer_new_product)
        self.producer_panel.signed.connect(self._signed)
        self.product_panel.registered.connect(self._product_registered)
        self.product_panel.came_back.connect(self._not_registered)
        self.product_panel.ended.connect(self.delivery.go_on_counting)

    @property
    def is_counting(self) -> bool:
        return self.pages.currentWidget() is self.delivery

    @property
    def _panels(self) -> tuple[Overlay, ...]:
        return (self.product_panel, self.producer_panel, self.photo_panel, self.right_panel)

    @property
    def help_topic(self) -> str:
        return "receive" if self.is_counting else "receive_list"

    def arrive(self) -> None:
        if not self._has_read:
            self._has_read = True
            self.keeper.read()
        for panel in self._panels:
            if panel.is_open:
                panel.focusNextPrevChild(True)
                return
        if self.is_counting:
            self.delivery.rest()
        else:
            self.producers.arrive(tuple(self.drafts.values()))

    def scan(self, code: str) -> bool:
        text = read_scan(code).code
        if self.product_panel.is_open:
            self.product_panel.take_scan(text)
        elif any(panel.is_open for panel in self._panels) or not text:
            pass
        elif self.is_counting and self.delivery.draft is not None:
            self.codes.read_product(text, self.delivery.draft.producer)
        else:
            self.codes.read_producer(text)
        return True

    # The maker

    def _choose(self, producer: Producer) -> None:
        self.message_bar.clear()
        if producer.id in self.drafts:
            self._count(self.drafts[producer.id])
            return
        self._backend.call(
            read_agreement,
            producer.id,
            self._desk.today,
            done=lambda agreement: self._begin(producer, agreement),
            refused=lambda refusal: self._no_agreement(producer, refusal),
            owner=self,
        )

    def _no_agreement(self, producer: Producer, refusal: Refusal) -> None:
        if not isinstance(refusal, NoAgreement):
            self.refuse(refusal)
            return
        self.message_bar.say(
            lambda: refusal.sentence,
            "warn",
            lambda: _("Sign one now"),
            lambda: self.producer_panel.ask_terms(producer),
        )

    def _begin(self, producer: Producer, agreement: Agreement) -> None:
        self.message_bar.clear()
        self._count(self.drafts.setdefault(producer.id, Draft(producer, agreement)))

    def _signed(self, producer: Producer, agreement: Agreement) -> None:
        """Of a maker whom nobody knew a minute ago there is nothing to pick from: the form for new goods."""
        self._begin(producer, agreement)
        if self.producer_panel.has_registered:
            self._ask_product("")

    def _count(self, draft: Draft) -> None:
        self.producers.clear()
        self.pages.setCurrentWidget(self.delivery)
        self.delivery.start(draft)

    def _keep(self, draft: Draft) -> None:
        self.drafts[draft.producer.id] = draft
        self.keeper.keep(draft)

    def _found_drafts(self, drafts: Sequence[Draft]) -> None:
        """Of an earlier run of the program; what is counted now goes first."""
        self.drafts = {**{draft.producer.id: draft for draft in drafts}, **self.drafts}
        if not self.is_counting:
            self.producers.show_begun(tuple(self.drafts.values()))

    def _hold(self) -> None:
        """To the next maker. A delivery without a line is none; the others wait on the page."""
        draft = self.delivery.draft
        if draft is not None and not draft.lines:
            self._drop(draft.producer)
        self.message_bar.clear()
        self._show_producers()

    def _drop(self, producer: Producer) -> None:
        self.drafts.pop(producer.id, None)
        self.keeper.forget(producer.code)

    def _show_producers(self) -> None:
        self.pages.setCurrentWidget(self.producers)
        self.producers.arrive(tuple(self.drafts.values()))

    def _not_a_producer(self, code: str) -> None:
        self.producers.clear()
        self._offer_new_producer(code)

    def _offer_new_producer(self, text: str, name: str = "") -> None:
        self.message_bar.say(
            lambda: _("Nobody here is called “{text}”.").format(text=text),
            "warn",
            lambda: _("Register as a new maker"),
            partial(self.producer_panel.ask_new, name),
        )

    # Products

    def _take_scanned(self, product: Product) -> None:
        draft = self.delivery.draft
        if draft is not None and self.is_counting and draft.producer.id == product.producer_id:
            self.delivery.add(product)

    def _offer_new_product(self, producer: Producer, code: str) -> None:
        self.delivery.view.close_search()
        self.message_bar.say(
            lambda: _("{producer} has nothing with the code {code}.").format(
                producer=producer_name(producer), code=code
            ),
            "warn",
            lambda: _("Register it as new"),
            partial(self._ask_product, code),
        )

    def _ask_product(self, code: str) -> None:
        if self.delivery.draft is not None:
            lines = self.delivery.draft.lines
            like = lines[-1].product if lines else None
            self.product_panel.ask(self.delivery.draft.producer, code, like)

    def _product_registered(self, product: Product, delivered: int) -> None:
        self._desk.announcements.products_changed.emit()
        draft = self.delivery.draft
        if draft is None or draft.producer.id != product.producer_id:
            return
        self.delivery.add_counted(product, delivered)
        if product.standard:
            self.delivery.ask_standards()
        if self._posts_later:
            self._post(self.delivery.counted())

    def _repeat(self) -> None:
        if self.delivery.draft is not None:
            self.repeating.repeat(self.delivery.draft.producer.id)

    def _repeated(self, producer_id: int, lines: Sequence[DraftLine]) -> None:
        draft = self.delivery.draft
        if draft is None or draft.producer.id != producer_id:
            return
        if lines:
            self.delivery.add_lines(lines)
        else:
            self.message_bar.say(lambda: _("This is the maker's first delivery. Scan or pick the goods."), "info")

    # Posting, and putting right

    def _post(self, draft: Draft) -> None:
        """Not before goods that are just being registered stand on the list."""
        self._posts_later = self.product_panel.pending > 0
        if not self._posts_later:
            self.posting.post(draft)

    def _not_registered(self) -> None:
        self._posts_later = False
        self.delivery.setEnabled(True)

    def _reversed(self, grn: Grn) -> None:
        count = labels_printed(grn)
        self._put_right()
        self.message_bar.say(
            lambda: _("{doc_no} was taken back. Take its {count} labels off the goods.").format(
                doc_no=grn.doc_no, count=count
            ),
            "good",
        )

    def _corrected(self, doc_no: str, note: StockNote) -> None:
        self._put_right()
        self.message_bar.say(
            lambda: _("{doc_no} was put right by {note}.").format(doc_no=doc_no, note=note.doc_no), "good"
        )

    def _put_right(self) -> None:
        self._desk.announcements.stock_changed.emit()
        self.producers.read_latest()

    def _not_posted(self, refusal: Refusal) -> None:
        self.delivery.setEnabled(True)
        self.delivery.rest()
        self.refuse(refusal)

    def _posted(self, grn: Grn) -> None:
        """Saved: the desk is free for the next maker."""
        self._drop(grn.producer)
        self.delivery.setEnabled(True)
        self.delivery.draft = None
        self._show_producers()
        self.received.emit(grn)
