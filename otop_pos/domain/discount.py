"""A discount on a line or on the bill, in percent or baht, with the one who bears it."""

from dataclasses import dataclass

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.errors import DiscountTooLarge
from otop_pos.domain.money import half_up
from otop_pos.domain.vat import BASIS_POINTS


@dataclass(frozen=True, slots=True)
class Discount:
    """Either basis points or satang. `bearer` None: as each producer's agreement says."""

    basis_points: int = 0
    amount: int = 0
    bearer: Bearer | None = None

    def of(self, gross: int) -> int:
        """Satang taken off. Refuses DiscountTooLarge."""
        off = self.amount or half_up(gross * self.basis_points, BASIS_POINTS)
        if not 0 <= off <= gross:
            raise DiscountTooLarge
        return off
