"""The columns of the month's statements."""

from collections.abc import Callable

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.settlement.month_row import MonthRow, RowState
from otop_pos.ui.style import Tone, is_large
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import place_name, producer_name

ROW_STATES: dict[RowState, Callable[[], str]] = {
    "stopped": lambda: _("stopped"),
    "look": lambda: _("look first"),
    "ready": lambda: _("to issue"),
    "left_out": lambda: _("left out"),
    "issued": lambda: _("issued"),
    "nothing": lambda: _("nothing"),
}
ROW_TONES: dict[RowState, Tone] = {
    "stopped": "danger",
    "look": "warn",
    "ready": "primary",
    "left_out": "ink2",
    "issued": "good",
    "nothing": "ink2",
}
MONEY: tuple[tuple[str, Callable[[], str], int, int], ...] = (
    ("opening", lambda: _("Opening"), 114, 3),
    ("sales", lambda: _("Sold"), 118, 0),
    ("refunds", lambda: _("Returned"), 112, 0),
    ("other", lambda: _("Other"), 104, 2),
    ("paid", lambda: _("Paid out"), 118, 4),
    ("closing", lambda: _("Closing"), 124, 0),
    ("held", lambda: _("On hold"), 108, 1),
)
"""Field of the row, heading, width, and when it gives way to a narrow screen."""
FIRST_MONEY = 2


def shown_money() -> tuple[tuple[str, Callable[[], str], int, int], ...]:
    """In large type the producers' names need the room of what can be looked up in the draft."""
    return tuple(each for each in MONEY if not is_large() or each[3] < 2)


def draft_columns() -> tuple[Column[MonthRow], ...]:
    return (
        Column(lambda: _("Producer"), lambda row: producer_name(row.producer), role="name", second=_under, tile=_tile),
        Column(
            lambda: _("Status"),
            lambda row: ROW_STATES[row.state](),
            width=104,
            role="secondary",
            tone=lambda row: ROW_TONES[row.state],
        ),
        *(_money(field, heading, width, yields) for field, heading, width, yields in shown_money()),
    )


def _money(field: str, heading: Callable[[], str], width: int, yields: int) -> Column[MonthRow]:
    def tone(row: MonthRow) -> Tone:
        amount = getattr(row, field)
        if field == "closing":
            return "danger" if amount < 0 else "good" if row.is_payable else "ink"
        return "warn" if field == "held" and amount else "ink2" if not amount else "ink"

    return Column(
        heading,
        lambda row: money_text(getattr(row, field)),
        width=width,
        align="right",
        role="strong" if field == "closing" else "body",
        tone=tone,
        yields=yields,
    )


def money_text(satang: int) -> str:
    """Nothing is a dash: the eye looks for figures."""
    return format_baht(satang) if satang else "–"


def _tile(row: MonthRow) -> str:
    return row.producer.name_th


def _under(row: MonthRow) -> str:
    if row.problems:
        return " · ".join(row.problems)
    number = row.statement_no or row.producer.code
    return " · ".join(part for part in (number, place_name(row.producer.place)) if part)
