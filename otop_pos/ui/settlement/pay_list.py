"""A list of vouchers: found by producer and number, summed, with a word on the one that is selected."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import SignalInstance

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.settlement.list_page import ListPage, Nothing
from otop_pos.ui.settlement.pay_columns import FIRST_MONEY, pay_columns, shown_money
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.widgets.label import Said


class PayList(ListPage[PayRow]):
    """What the steps of vouchers and of paying have in common."""

    def __init__(self, filters: Sequence[tuple[str, Said]], nothing: Nothing) -> None:
        super().__init__(pay_columns(), filters, nothing, lambda: _("Producer, voucher or statement"))

    def words(self, row: PayRow) -> str:
        return row.words

    def same(self, row: PayRow, before: PayRow | None) -> bool:
        """What went on to its next state makes room for the one that waits."""
        return before is not None and _key(row) == _key(before)

    def sums_of(self, rows: Sequence[PayRow]) -> Mapping[int, Said]:
        count = len(rows)
        sums: dict[int, Said] = {0: lambda: _("{count} payments").format(count=count)}
        for number, field in enumerate(shown_money(), FIRST_MONEY):
            sums[number] = format_baht(sum(getattr(row, field) for row in rows))
        return sums

    def with_row(self, signal: SignalInstance) -> None:
        if (row := self.selected()) is not None:
            signal.emit(row)


def _key(row: PayRow) -> tuple[str, str, str]:
    return row.statement_no, row.voucher.doc_no if row.voucher else "", row.state


def net_of(rows: Sequence[PayRow]) -> str:
    return format_baht(sum(row.net for row in rows))
