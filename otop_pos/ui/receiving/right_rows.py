"""The lines of a posted note while it is put right."""

from dataclasses import dataclass, replace

from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.receiving import Correction
from otop_pos.i18n import _
from otop_pos.services.receiving import Standing
from otop_pos.ui.style import Tone
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import product_name, quantity_text


@dataclass(frozen=True, slots=True)
class RightRow:
    """`wanted`: what was really accepted, in thousandths; as it stands until somebody types."""

    standing: Standing
    wanted: int

    @property
    def is_changed(self) -> bool:
        return self.wanted != self.standing.accepted

    def want(self, qty: int) -> "RightRow":
        return replace(self, wanted=qty)

    def correction(self) -> Correction:
        return Correction(self.standing.line_no, self.wanted)


def right_row(standing: Standing) -> RightRow:
    return RightRow(standing, standing.accepted)


def _wanted(row: RightRow) -> str:
    return quantity_text(row.wanted, row.standing.product.unit)


def _difference(row: RightRow) -> str:
    if not row.is_changed:
        return ""
    more = row.wanted - row.standing.accepted
    return f"{'+' if more > 0 else '−'}{format_quantity(abs(more), row.standing.product.unit)}"


def _tone(row: RightRow) -> Tone:
    return "primary" if row.is_changed else "ink"


def right_columns() -> tuple[Column[RightRow], ...]:
    return (
        Column(lambda: "#", lambda row: str(row.standing.line_no), 52, tone=lambda _row: "ink2"),
        Column(
            lambda: _("Product"),
            lambda row: product_name(row.standing.product),
            role="strong",
            second=lambda row: _("{count} on the shelf").format(
                count=quantity_text(row.standing.on_hand, row.standing.product.unit)
            ),
        ),
        Column(
            lambda: _("On the note"),
            lambda row: quantity_text(row.standing.accepted, row.standing.product.unit),
            130,
            "right",
        ),
        Column(lambda: _("Really came"), _wanted, 150, "right", "strong", tone=_tone, second=_difference),
    )
