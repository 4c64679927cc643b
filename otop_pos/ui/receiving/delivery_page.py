"""Counting a delivery with the maker watching: products come in, figures are typed, the terms are read out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.domain.product import Product
from otop_pos.domain.scan import as_code
from otop_pos.domain.standard import Standard
from otop_pos.i18n import _
from otop_pos.services.product import find_products
from otop_pos.services.receiving import preview_due
from otop_pos.services.standard import list_standards
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.receiving.album import Album
from otop_pos.ui.receiving.delivery_view import DeliveryView
from otop_pos.ui.receiving.draft import Draft, DraftLine, Problem, new_line
from otop_pos.ui.receiving.field import Field
from otop_pos.ui.receiving.words import problem_text
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.wording import producer_name, product_name


class DeliveryPage(QWidget):
    """`start(draft)`; every act makes a new Draft and tells it by `changed`."""

    changed = Signal(object)
    post_wanted = Signal(object)
    repeat_wanted = Signal()
    held = Signal()
    """Back to the makers; the delivery is kept as it is."""
    photo_wanted = Signal(int, object)
    """Number of a line from 0, and the line."""
    product_wanted = Signal(str)
    """A product that is not known yet, with its maker's code if one was scanned."""

    def __init__(self, backend: Door, desk: Desk, message_bar: MessageBar) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self.message_bar = message_bar
        self.draft: Draft | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.album = Album(self._backend, self)
        self.view = DeliveryView(self._search, self.album)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def _connect(self) -> None:
        view, box, editor = self.view, self.view.code_box, self.view.table.editor
        box.entered.connect(lambda _text: view.search.choose_found())
        box.empty_enter.connect(self._enter_in_empty_box)
        box.escaped.connect(self._escape)
        box.removed.connect(self._remove)
        view.search.chosen.connect(self.add)
        view.search.missed.connect(self._missed)
        view.table.line_changed.connect(self._take_line)
        view.table.left_wrong.connect(self._say_problem)
        editor.finished.connect(self.rest)
        editor.escaped.connect(self.rest)
        editor.stepped.connect(self._step_line)
        editor.refused.connect(self._show_problem)
        view.new_product.clicked.connect(lambda: self.product_wanted.emit(""))
        view.photo.clicked.connect(self._ask_photo)
        view.pictures.chosen.connect(self._ask_photo_of)
        view.reject.clicked.connect(lambda: self._edit("rejected"))
        view.describe.clicked.connect(lambda: self._edit("expires"))
        view.hold.clicked.connect(self._hold)
        view.remove.clicked.connect(self._remove)
        view.card.repeat.clicked.connect(self.repeat_wanted)
        view.post.clicked.connect(self._post)

    def start(self, draft: Draft) -> None:
        """Begin, or go on where this delivery was left."""
        self.draft = draft
        self.setEnabled(True)
        self.view.close_search()
        self.view.card.show_draft(draft)
        self._show(select=len(draft.lines) - 1)
        self._ask_dues()
        self.ask_standards()
        self.rest()

    def rest(self) -> None:
        """The code box waits for the next product."""
        self.view.code_box.setFocus()

    def add(self, product: Product) -> None:
        """A line for it; scanned again, the line it has already."""
        self.view.close_search()
        number = self._draft.line_of(product)
        if number is None:
            self.add_line(product)
            return
        self.view.table.select(number)
        self._edit("declared")
        self.message_bar.say(
            lambda: _("{product} is on line {number} already.").format(
                product=product_name(product), number=number + 1
            ),
            "info",
            lambda: _("Another batch as its own line"),
            partial(self.add_line, product),
        )

    def add_line(self, product: Product) -> None:
        self.message_bar.clear()
        self.take_draft(self._draft.add(product), select=len(self._draft.lines))
        self._edit("declared")

    def add_counted(self, product: Product, delivered: int) -> None:
        """A line for new goods, all of it accepted; the hands stay where they are."""
        line = new_line(product).change(declared=delivered, accepted=delivered)
        self.view.close_search()
        self.take_draft(self._draft.change(len(self._draft.lines), line), select=len(self._draft.lines))

    def go_on_counting(self) -> None:
        """To the first line that nobody has counted, or to the next product."""
        uncounted = [number for number, line in enumerate(self._draft.lines) if not line.goods.declared]
        if uncounted:
            self.view.table.select(uncounted[0])
            self._edit("declared")
        else:
            self.rest()

    def add_lines(self, lines: Sequence[DraftLine]) -> None:
        """Those whose product is not there yet, after what is."""
        new = [line for line in lines if self._draft.line_of(line.product) is None]
        draft = self._draft
        for line in new:
            draft = draft.change(len(draft.lines), line)
        self.take_draft(draft, select=len(self._draft.lines))
        if new:
            self._edit("declared")

    def take_draft(self, draft: Draft, select: int | None = None) -> None:
        self.draft = draft
        self.changed.emit(draft)
        self._show(select)
        self._ask_dues()

    def counted(self) -> Draft:
        """The delivery at the desk; raises LookupError while there is none."""
        return self._draft

    @property
    def _draft(self) -> Draft:
        if self.draft is None:
            raise LookupError("no delivery has been started")
        return self.draft

    def _search(self, text: str, done: Callable[[Sequence[Product]], None]) -> None:
        producer_id = self._draft.producer.id
        self._backend.call(find_products, as_code(text), producer_id=producer_id, done=done, owner=self)

    def _show(self, select: int | None = None) -> None:
        draft, today, view = self._draft, self._desk.today, self.view
        view.table.show_draft(draft, today, select)
        self.album.want(line.goods.photo_id for line in draft.lines)
        view.show_draft(draft, today)
        for button in (view.photo, view.reject, view.describe, view.remove, view.post):
            button.setEnabled(bool(draft.lines))

    def _take_line(self, number: int, line: DraftLine) -> None:
        self.message_bar.clear()
        self.take_draft(self._draft.change(number, line))

    def _ask_dues(self) -> None:
        for product_id, price in {
            (line.product.id, line.goods.price) for line in self._draft.lines if line.due is None
        }:
            self._backend.call(
                preview_due,
                self._draft.producer.id,
                product_id,
                price,
                self._desk.today,
                done=partial(self._due_came, self._draft.producer.id, product_id, price),
                owner=self,
            )

    def ask_standards(self) -> None:
        """Those of the maker and all its goods: which of them lapse is said before anybody signs."""
        producer_id = self._draft.producer.id
        self._backend.call(list_standards, producer_id, done=partial(self._standards_came, producer_id), owner=self)

    def _standards_came(self, producer_id: int, standards: tuple[Standard, ...]) -> None:
        if self.draft is not None and self.draft.producer.id == producer_id:
            self.draft = replace(self.draft, standards=standards)
            self._show()

    def _due_came(self, producer_id: int, product_id: int, price: int, due: int) -> None:
        # Another delivery may be at the desk by now; this one asks again when it comes back.
        if self.draft is not None and self.draft.producer.id == producer_id:
            self.draft = self.draft.with_due(product_id, price, due)
            self.changed.emit(self.draft)
            self._show()

    def _enter_in_empty_box(self) -> None:
        if self.view.is_searching:
            self.view.search.choose_found()
        elif self._draft.lines:
            self._edit("declared")

    def _escape(self) -> None:
        if self.view.is_searching:
            self.view.close_search()
        else:
            self._hold()

    def _hold(self) -> None:
        wrong = self.view.table.editor.wrong()
        if wrong is None:
            self.held.emit()
        else:
            self._show_problem(wrong)

    def _missed(self, text: str) -> None:
        self.view.close_search()
        producer = self._draft.producer
        self.message_bar.say(
            lambda: _("{producer} has no product “{text}”.").format(producer=producer_name(producer), text=text),
            "warn",
            lambda: _("Register it as new"),
            lambda: self.product_wanted.emit(""),
        )

    def _edit(self, name: Field) -> None:
        """Into a box of the selected line."""
        if not self._draft.lines:
            return
        self.view.close_search()
        is_counted = self._draft.lines[self.view.table.selected_number()].goods.declared > 0
        self.view.table.editor.focus_on(name if is_counted else "declared")

    def take_photo(self, number: int, photo_id: UUID | None) -> None:
        """None: there is none of these goods."""
        self.take_draft(self._draft.change(number, self._draft.lines[number].change(photo_id=photo_id)))

    def _ask_photo(self) -> None:
        self._ask_photo_of(self.view.table.selected_number())

    def _ask_photo_of(self, number: int) -> None:
        if 0 <= number < len(self._draft.lines):
            self.view.close_search()
            self.view.table.select(number)
            self.photo_wanted.emit(number, self._draft.lines[number])

    def _step_line(self, by: int) -> None:
        self.view.table.step(by)
        self._edit("declared")

    def _remove(self) -> None:
        before, number = self._draft, self.view.table.selected_number()
        if not 0 <= number < len(before.lines):
            return
        product = before.lines[number].product
        self.take_draft(before.remove(number))
        self.message_bar.say(
            lambda: _("{product} was removed from the delivery.").format(product=product_name(product)),
            "info",
            lambda: _("Put it back"),
            lambda: self.take_draft(before, select=number),
        )
        self.rest()

    def _post(self) -> None:
        self.view.close_search()
        editor = self.view.table.editor
        problem = editor.problem() or self._draft.problem(self._desk.today)
        if problem is not None:
            self._show_problem(problem)
            return
        self.message_bar.clear()
        # Until the answer is here nothing can be pressed or changed a second time.
        self.setEnabled(False)
        self.post_wanted.emit(self._draft)

    def _show_problem(self, problem: Problem) -> None:
        if self.view.table.selected_number() != problem.number:
            self.view.table.select(problem.number)
        self._say_problem(problem, self._draft.lines[problem.number])
        self.view.table.editor.focus_on(problem.field)

    def _say_problem(self, problem: Problem, line: DraftLine) -> None:
        self.message_bar.say(lambda: problem_text(problem, line), "danger")
