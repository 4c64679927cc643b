"""Goods that come back against a receipt: what the bill carries of them until it is paid."""

from dataclasses import dataclass

from otop_pos.domain.quantity import Unit
from otop_pos.domain.refund import Refund
from otop_pos.domain.sale import Sale
from otop_pos.services.refund import ReturnValue
from otop_pos.ui.sale.return_columns import ReturnRow, sale_line_name
from otop_pos.ui.wording import quantity_text


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """`rows` are the lines that come back, `value` what they are worth now."""

    refund: Refund
    sale: Sale
    rows: tuple[ReturnRow, ...]
    value: ReturnValue

    def goods_text(self) -> str:
        """'Indigo shawl × 1, Honey × 2', in the language of the screen."""
        return ", ".join(
            f"{sale_line_name(row.line)} × {quantity_text(row.qty, Unit(row.line.unit))}" for row in self.rows
        )
