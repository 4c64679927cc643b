"""One count as it is being counted here: what was read is saved at once, and the last of it can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.count import Count, CountLine
from otop_pos.domain.errors import NotANumber, Refusal
from otop_pos.domain.quantity import ONE, Unit, parse_quantity
from otop_pos.domain.scan import read_scan
from otop_pos.services.stock.counting import count_lot
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk

TOTAL = "="


@dataclass(frozen=True, slots=True)
class Counted:
    """What was done to a lot: `before` is what was counted of it until then."""

    lot_code: str
    qty: int
    is_total: bool
    before: int | None


class Counting(QObject):
    """`take(count)`, then `read(text)`; `counted(CountLine)` after each, `refused(Refusal)`.

    `total_wanted(CountLine)`: goods that are measured are not counted by scans.
    """

    counted = Signal(object)
    taken_back = Signal(object)
    refused = Signal(object)
    total_wanted = Signal(object)

    def __init__(self, owner: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(owner)
        self._owner = owner
        self._backend = backend
        self._desk = desk
        self._done: list[Counted] = []
        self.count: Count | None = None

    @property
    def can_take_back(self) -> bool:
        return bool(self._done)

    def take(self, count: Count | None) -> None:
        if count is None or self.count is None or count.id != self.count.id:
            self._done = []
        self.count = count

    def read(self, text: str) -> None:
        """'3*2000000011905', a label, a product's code, or '=12': so many are all of the last lot."""
        try:
            if text.startswith(TOTAL):
                self._read_total(text.removeprefix(TOTAL))
            else:
                self._read_scan(text)
        except Refusal as refusal:
            self.refused.emit(refusal)

    def set_total(self, line: CountLine, qty: int) -> None:
        self._send(line.lot_code, qty, is_total=True)

    def take_back(self) -> None:
        """The last thing that was counted here, one after the other back to the beginning."""
        if not self._done:
            return
        last = self._done.pop()
        if last.is_total:
            self._send(last.lot_code, last.before or 0, is_total=True, done=self.taken_back.emit)
        else:
            self._send(last.lot_code, -last.qty, is_total=False, done=self.taken_back.emit)

    def _read_total(self, text: str) -> None:
        last = self._done[-1] if self._done else None
        if last is None:
            raise NotANumber(text)
        line = self._line(last.lot_code)
        self._send(last.lot_code, _number(text, line), is_total=True)

    def _read_scan(self, text: str) -> None:
        scan = read_scan(text)
        line = self._line(scan.code)
        if scan.quantity_text is None and line is not None and not line.product.unit.is_whole:
            self.total_wanted.emit(line)
            return
        qty = ONE if scan.quantity_text is None else _number(scan.quantity_text, line)
        self._send(scan.code, qty, is_total=False)

    def _line(self, code: str) -> CountLine | None:
        """The line of a lot's or, where it is the only one, a product's code."""
        lines = self.count.lines if self.count else ()
        found = [
            line
            for line in lines
            if code == line.lot_code or code.upper() == line.product.sku or code in line.product.codes
        ]
        return found[0] if len(found) == 1 else None

    def _send(self, code: str, qty: int, *, is_total: bool, done: Callable[[CountLine], object] | None = None) -> None:
        if self.count is None:
            return
        self._backend.call(
            count_lot,
            self.count.id,
            code,
            qty,
            is_total=is_total,
            **self._desk.here(),
            done=partial(self._saved, done) if done else partial(self._keep, qty, is_total),
            refused=self.refused.emit,
            owner=self._owner,
        )

    def _keep(self, qty: int, is_total: bool, line: CountLine) -> None:
        before = self._line(line.lot_code)
        self._done.append(Counted(line.lot_code, qty, is_total, before.counted if before else None))
        self._saved(self.counted.emit, line)

    def _saved(self, tell: Callable[[CountLine], object], line: CountLine) -> None:
        self.count = with_line(self.count, line) if self.count else None
        tell(line)


def with_line(count: Count, line: CountLine) -> Count:
    """The count with a line as it is now; one that was found though nobody expected it comes last."""
    others = [line if each.lot_id == line.lot_id else each for each in count.lines]
    if all(each.lot_id != line.lot_id for each in count.lines):
        others.append(line)
    return replace(count, lines=tuple(others))


def _number(text: str, line: CountLine | None) -> int:
    """Zero too: of a lot nothing may be there. Whole pieces are the books' business where the lot is unknown."""
    if text.strip() in ("0", "๐"):
        return 0
    return parse_quantity(text, line.product.unit if line is not None else Unit.KILOGRAM)
