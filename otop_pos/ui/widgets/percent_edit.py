"""A box for a share in percent."""

from otop_pos.domain.errors import OutOfRange
from otop_pos.domain.money import format_baht, parse_baht
from otop_pos.domain.vat import BASIS_POINTS
from otop_pos.ui.widgets.number_edit import NumberEdit


class PercentEdit(NumberEdit):
    """Basis points: '25' or '๒๕%' → 2500, '33.33' → 3333."""

    def read(self) -> int:
        """Refuses NotANumber, OutOfRange."""
        # Two decimals in both: what reads baht as satang reads percent as basis points.
        basis_points = parse_baht(self.text().strip().rstrip("%％"))
        if basis_points > BASIS_POINTS:
            raise OutOfRange(self.text(), 0, 100)
        return basis_points

    def show_value(self, basis_points: int | None) -> None:
        self.setText("" if basis_points is None else format_baht(basis_points).removesuffix(".00"))
