"""The columns of vouchers, on the step that approves them and on the one that pays them."""

from collections.abc import Callable

from otop_pos.i18n import _
from otop_pos.ui.settlement.draft_columns import money_text
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.settlement.words import way_text
from otop_pos.ui.style import is_large
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import producer_name

FIRST_MONEY = 3


def shown_money() -> tuple[str, ...]:
    """Fields with sums below them, from the column FIRST_MONEY on; in large type the names need the room."""
    return ("net",) if is_large() else ("gross", "wht", "net")


def pay_columns() -> tuple[Column[PayRow], ...]:
    return (
        Column(
            lambda: _("Producer"),
            lambda row: producer_name(row.producer),
            role="name",
            second=lambda row: " · ".join(part for part in (row.producer.code, row.statement_no) if part),
            tile=lambda row: row.producer.name_th,
        ),
        Column(
            lambda: _("Voucher"),
            lambda row: row.voucher.doc_no if row.voucher else "–",
            width=184 if is_large() else 150,
            yields=2,
        ),
        Column(lambda: _("Paid how"), _way, width=196, second=_way_more, yields=1),
        *(() if is_large() else (_money(lambda: _("Gross"), "gross", 3), _money(lambda: _("Withheld"), "wht", 4))),
        _money(lambda: _("Net to pay"), "net", 0),
        Column(lambda: _("Status"), lambda row: row.state_text, width=146, role="secondary", tone=lambda row: row.tone),
    )


def _money(heading: Callable[[], str], field: str, yields: int) -> Column[PayRow]:
    return Column(
        heading,
        lambda row: money_text(getattr(row, field)),
        width=124,
        align="right",
        role="strong" if field == "net" else "body",
        yields=yields,
    )


def _way(row: PayRow) -> str:
    return way_text(row.voucher) if row.voucher else "–"


def _way_more(row: PayRow) -> str:
    voucher = row.voucher
    if voucher is None:
        return ""
    if voucher.batch_no:
        return voucher.batch_no
    return _("{count} members").format(count=len(voucher.shares)) if voucher.shares else ""
