"""What the customer has handed over so far, and what is still open: the payment's view model."""

from dataclasses import dataclass, replace

from otop_pos.domain.errors import NotPaid
from otop_pos.domain.money import BAHT, CashRounding, round_cash
from otop_pos.domain.payment import PAYMENT_METHODS, Given, Settlement, settle

NOTES = (20 * BAHT, 50 * BAHT, 100 * BAHT, 500 * BAHT, 1000 * BAHT)
"""What people pay with; the buttons offer the next round amount of each."""
SMART_AMOUNTS = 5


@dataclass(frozen=True, slots=True)
class Tender:
    """Frozen: every act gives a new one. Money in satang."""

    net: int
    rule: CashRounding
    given: tuple[Given, ...] = ()

    def left(self, method: str) -> int:
        """What this method would have to pay now; what cash has to pay is rounded to coins."""
        if PAYMENT_METHODS[method].gives_change:
            return max(self._cash_due() - self._cash(), 0)
        return 0 if self._cash() and self._cash() >= self._cash_due() else max(self.net - self._sum(), 0)

    @property
    def change(self) -> int:
        return max(self._cash() - self._cash_due(), 0)

    @property
    def rounding(self) -> int:
        """What a customer who pays the rest in cash need not pay; negative or 0."""
        return self._cash_due() - max(self.net - (self._sum() - self._cash()), 0)

    def add(self, given: Given) -> "Tender":
        return replace(self, given=(*self.given, given))

    def without_last(self) -> "Tender":
        return replace(self, given=self.given[:-1])

    def settled(self) -> Settlement | None:
        """How the bill is booked, None while something is still open. Refuses TenderTooLarge, Missing."""
        try:
            return settle(self.net, self.given, self.rule)
        except NotPaid:
            return None

    def _sum(self) -> int:
        return sum(each.amount for each in self.given)

    def _cash(self) -> int:
        return sum(each.amount for each in self.given if PAYMENT_METHODS[each.method].gives_change)

    def _cash_due(self) -> int:
        return round_cash(max(self.net - (self._sum() - self._cash()), 0), self.rule)


def smart_amounts(due: int) -> tuple[int, ...]:
    """Round amounts above what is due, the smallest first: 3,841 → 3,850 3,860 3,900 4,000 4,500."""
    next_ones = {-(-due // note) * note for note in NOTES}
    later = {-(-due // note) * note + note for note in NOTES[2:]}
    return tuple(sorted(amount for amount in next_ones | later if amount > due))[:SMART_AMOUNTS]
