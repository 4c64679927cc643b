"""The lots of one producer with what of each is meant: from the screen to what is posted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.quantity import ONE, times
from otop_pos.domain.stock import Bucket, Lot
from otop_pos.domain.stock_note import NoteWish, StockAct, compensation_of
from otop_pos.ui.stock.acts import Act, Choice

Spot = tuple[int, Bucket]
"""A lot, and the place where it lies."""


@dataclass(frozen=True, slots=True)
class ActLine:
    """What lies of a lot at one place, and how much of it is meant. Thousandths."""

    lot: Lot
    bucket: Bucket
    there: int
    qty: int = 0

    @property
    def spot(self) -> Spot:
        return self.lot.id, self.bucket

    @property
    def value(self) -> int:
        return times(self.qty, self.lot.price)


@dataclass(frozen=True, slots=True)
class ActLines:
    """`marked` are quantities by spot; those of places that the choice does not take from wait unseen."""

    lots: tuple[Lot, ...]
    choice: Choice
    marked: Mapping[Spot, int] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[ActLine, ...]:
        return tuple(
            ActLine(lot, bucket, there, min(self.marked.get((lot.id, bucket), 0), there))
            for lot in self.lots
            for bucket in self.choice.sources
            if (there := left_at(lot, bucket)) > 0
        )

    @property
    def meant(self) -> tuple[ActLine, ...]:
        return tuple(line for line in self.lines if line.qty)

    def mark(self, spot: Spot, qty: int) -> "ActLines":
        return replace(self, marked={**self.marked, spot: qty})

    def mark_all(self, lot_ids: Sequence[int]) -> "ActLines":
        """All that lies there of these lots."""
        wanted = {line.spot: line.there for line in self.lines if line.lot.id in lot_ids}
        return replace(self, marked={**self.marked, **wanted})

    def begin(self, lot_ids: Sequence[int], takes_all: bool) -> "ActLines":
        """These lots to start from: everything of them, or one piece of the first place."""
        if takes_all or len(lot_ids) > 1:
            return self.mark_all(lot_ids)
        first = next((line for line in self.lines if line.lot.id in lot_ids), None)
        return self.mark(first.spot, min(ONE, first.there)) if first else self

    def choose(self, choice: Choice) -> "ActLines":
        return replace(self, choice=choice)

    def act(self, act: Act, reason: str) -> StockAct:
        wishes = tuple(
            NoteWish(line.lot.id, line.qty, self.choice.cause, line.bucket, self.choice.moved_to) for line in self.meant
        )
        return StockAct(act.kind, wishes, reason)


def left_at(lot: Lot, bucket: Bucket) -> int:
    return {Bucket.SELLABLE: lot.on_hand, Bucket.QUARANTINE: lot.quarantine, Bucket.TO_RETURN: lot.to_return}[bucket]


def credited(lines: Sequence[ActLine], policies: Mapping[int, Bearer]) -> int | None:
    """Satang that the producer will be credited; None while the terms of a lot are still being read."""
    if any(line.lot.id not in policies for line in lines):
        return None
    return sum(compensation_of(line.qty, line.lot.agreed_value, policies[line.lot.id]) for line in lines)
