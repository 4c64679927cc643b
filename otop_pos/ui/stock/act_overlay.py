"""One form for all that takes goods off the shelf without selling them: which lots, how much, why, on one note."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.producer import Producer
from otop_pos.domain.quantity import ONE
from otop_pos.domain.stock import Lot
from otop_pos.domain.stock_note import NoteKind, StockAct, StockNote
from otop_pos.i18n import _
from otop_pos.services.stock import list_lots
from otop_pos.services.stock.moving import post_note
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.act_facts import act_facts, credit_sentence
from otop_pos.ui.stock.act_lines import ActLine, ActLines, credited
from otop_pos.ui.stock.act_view import ActView
from otop_pos.ui.stock.acts import Act, Choice
from otop_pos.ui.stock.policies import Policies
from otop_pos.ui.style import px
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.wording import lot_name, maker_line, product_name, quantity_text, unit_name

WIDTH, HEIGHT = 1180, 660
_MARGIN = 16
MOST_LOTS = 2000


@dataclass(frozen=True, slots=True)
class Wanted:
    """An act with goods of one producer: `lot_ids` to start from, `choice` where it is known already."""

    act: Act
    producer: Producer
    lot_ids: tuple[int, ...] = ()
    choice: str = ""
    takes_all: bool = False


class ActOverlay(Overlay):
    """`ask(wanted)` → posted(StockNote), once it is in the books."""

    posted = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._backend = backend
        self._desk = desk
        self._wanted: Wanted | None = None
        self._state: ActLines | None = None
        self._sent: StockAct | None = None
        self._past_term: tuple[int, ...] = ()
        self._is_writing = False
        self.choices: Segments | None = None
        self.policies = Policies(self, backend)
        self.view = ActView()
        self.card.column.addWidget(self.view)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.table.moved.connect(self._show_line)
        view.table.chosen.connect(lambda _line: view.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        view.edit.stepped.connect(view.table.step)
        view.edit.changed.connect(self._take)
        view.edit.returnPressed.connect(view.reason.take_focus)
        view.all.clicked.connect(self._take_all)
        view.past_term.clicked.connect(self._take_past_term)
        view.reason.given.connect(self._post)
        view.ok.clicked.connect(self._post)
        view.back.clicked.connect(self.give_up)
        self.policies.read.connect(self._show_sums)
        self._backend.crashed.connect(lambda _bug: self._wait(False))

    def ask(self, wanted: Wanted, past_term: Sequence[int] = ()) -> None:
        """`past_term` are the lots of this producer whose term is over."""
        room = self._host.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self.card.setFixedSize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))
        self._wanted, self._state, self._sent = wanted, None, None
        self._past_term = tuple(past_term)
        act, view = wanted.act, self.view
        view.title.say(act.title)
        view.maker.say(lambda: maker_line(wanted.producer))
        view.message.clear()
        view.reason.clear()
        view.past_term.setVisible(act.kind is NoteKind.RETURN and bool(past_term))
        view.ok.say(act.button)
        self._offer_choices(wanted)
        view.table.show_rows(())
        self._wait(False)
        self.open(view.edit)
        self._backend.call(list_lots, wanted.producer.code, MOST_LOTS, done=partial(self._found, wanted), owner=self)

    def take_scan(self, code: str) -> None:
        """One more of the lot on the label; a label of another maker says whose it is not."""
        state = self._state
        if state is None:
            return
        line = next((each for each in state.lines if each.lot.code == code and each.qty < each.there), None)
        if line is None:
            self.view.message.say(lambda: _("No more of {code} lies there for this maker").format(code=code), "warn")
            return
        self.view.message.clear()
        self._state = state.mark(line.spot, min(line.qty + ONE, line.there))
        self._show_lines(line)

    def refuse(self, refusal: Refusal) -> None:
        self._wait(False)
        self.view.message.refuse(refusal)

    def _offer_choices(self, wanted: Wanted) -> None:
        if self.choices is not None:
            self.view.choices.removeWidget(self.choices)
            self.choices.hide()
            self.choices.deleteLater()
        choices = wanted.act.choices
        self.choices = Segments([(each.key, each.title) for each in choices])
        # At its place before it is shown: it would else be a window of its own for a moment.
        self.view.choices.addWidget(self.choices)
        self.choices.changed.connect(self._choose)
        self.choices.choose(wanted.choice or choices[0].key)
        self.choices.setVisible(len(choices) > 1)
        self.view.reason.offer(self._choice_of(wanted).reasons)

    def _choice_of(self, wanted: Wanted) -> Choice:
        key = self.choices.choice() if self.choices else ""
        return next((each for each in wanted.act.choices if each.key == key), wanted.act.choices[0])

    def _found(self, wanted: Wanted, lots: Sequence[Lot]) -> None:
        if self._wanted is not wanted or not self.is_open:
            return
        mine = [lot for lot in lots if lot.producer.id == wanted.producer.id]
        mine.sort(key=lambda lot: lot.id not in wanted.lot_ids)
        state = ActLines(tuple(mine), self._choice_of(wanted))
        self._state = state.begin(wanted.lot_ids, wanted.act.takes_all or wanted.takes_all)
        self._show_lines(next(iter(self._state.meant), None))

    def _choose(self, _key: str) -> None:
        if self._wanted is None or self._state is None:
            return
        choice = self._choice_of(self._wanted)
        self._state = self._state.choose(choice)
        self.view.reason.offer(choice.reasons)
        self._show_lines(next(iter(self._state.meant), None))
        self.view.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, chosen: ActLine | None = None) -> None:
        lines = self._state.lines if self._state else ()
        spots = [line.spot for line in lines]
        number = spots.index(chosen.spot) if chosen is not None and chosen.spot in spots else None
        self.view.table.show_rows(lines, number)
        self._show_line()
        self._show_sums()

    def _show_line(self) -> None:
        line, view = self.view.table.selected(), self.view
        # The box stays as it is, also while the lots are on their way: a disabled one would lose the focus.
        view.all.setEnabled(line is not None)
        self._is_writing = True
        if line is None:
            view.there.say("")
            view.unit.say("")
            view.edit.clear()
        else:
            unit = line.lot.product.unit
            view.there.say(lambda: f"{product_name(line.lot.product)} · {lot_name(line.lot.code)}")
            view.unit.say(
                lambda: (
                    _("of {there} {unit}").format(there=quantity_text(line.there, unit), unit=unit_name(unit))
                    if unit.is_whole
                    else _("of {there}").format(there=quantity_text(line.there, unit))
                )
            )
            view.edit.use_unit(unit)
            view.edit.show_value(line.qty)
            view.edit.selectAll()
        self._is_writing = False

    def _take(self, qty: int | None) -> None:
        """As it is typed; more than there is stays marked as wrong and is not taken."""
        line = self.view.table.selected()
        if self._is_writing or self._state is None or line is None:
            return
        is_too_much = qty is not None and qty > line.there
        self.view.edit.mark_wrong(qty is None or is_too_much)
        self._state = self._state.mark(line.spot, 0 if qty is None or is_too_much else qty)
        self.view.table.show_rows(self._state.lines)
        self._show_sums()

    def _take_all(self) -> None:
        line = self.view.table.selected()
        if line is not None and self._state is not None:
            self._state = self._state.mark(line.spot, line.there)
            self._show_lines(line)
            self.view.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_past_term(self) -> None:
        if self._state is not None:
            self._state = self._state.mark_all(self._past_term)
            self._show_lines(next(iter(self._state.meant), None))
            self.view.reason.take_focus()

    def _show_sums(self) -> None:
        lines = self._state.meant if self._state else ()
        is_loss = self._wanted is not None and self._wanted.act.kind is NoteKind.LOSS
        if is_loss:
            self.policies.want([line.lot.id for line in lines])
        credit = credited(lines, self.policies.known) if is_loss else None
        self.view.facts.show_rows(act_facts(lines, credit, is_loss=is_loss))
        self.view.credit.say(lambda: credit_sentence(lines, self.policies.known) if is_loss else "")

    def _post(self) -> None:
        if self._wanted is None or self._state is None or not self.view.ok.isEnabled():
            return
        try:
            if not self._state.meant:
                self.view.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                raise Missing(_("quantity"))
            self._sent = self._same_or(self._state.act(self._wanted.act, self.view.reason.read()))
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.view.message.clear()
        self._try()

    def _same_or(self, act: StockAct) -> StockAct:
        """Tried again after an error it is the same act, with the same key."""
        before = self._sent
        is_same = before is not None and (before.kind, before.lines, before.reason) == (act.kind, act.lines, act.reason)
        return before if before is not None and is_same else act

    def _try(self, approval: Approval | None = None) -> None:
        self._wait(True)
        self._backend.call(
            post_note,
            self._sent,
            **self._desk.here(),
            approval=approval,
            done=self._posted,
            refused=self._refused,
            owner=self,
        )

    def _refused(self, refusal: Refusal) -> None:
        self._wait(False)
        self._desk.approvals.or_refuse(self._try, self.refuse)(refusal)

    def _posted(self, note: StockNote) -> None:
        self._wait(False)
        self.close_over()
        self.posted.emit(note)

    def _wait(self, is_waiting: bool) -> None:
        """While it is being saved nothing here can be pressed a second time."""
        self.view.ok.setEnabled(not is_waiting)
        self.view.back.setEnabled(not is_waiting)
