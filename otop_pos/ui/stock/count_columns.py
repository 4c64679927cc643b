"""The columns of a count: blind while it goes on, with what differs at its end."""

from collections.abc import Callable

from otop_pos.domain.count import CountLine
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity, times
from otop_pos.i18n import _
from otop_pos.ui.stock.act_columns import bucket_name
from otop_pos.ui.style import Tone
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, named, product_name, quantity_text

Credit = Callable[[CountLine], int | None]


def _lot(line: CountLine) -> str:
    return (
        f"{lot_name(line.lot_code)} · {named(line.producer_name, line.producer_name_en)} · {bucket_name(line.bucket)}"
    )


def blind_columns() -> tuple[Column[CountLine], ...]:
    """Nothing here says what should be there."""
    return (
        Column(lambda: _("Product · lot"), lambda line: product_name(line.product), role="strong", second=_lot),
        Column(
            lambda: _("Counted"),
            lambda line: "–" if line.counted is None else quantity_text(line.counted, line.product.unit),
            120,
            "right",
            "name",
            tone=lambda line: "ink2" if line.counted is None else "figure",
        ),
    )


def difference_tone(line: CountLine) -> Tone:
    if line.difference is None:
        return "ink2"
    return "danger" if line.difference < 0 else "warn" if line.difference > 0 else "good"


def _difference(line: CountLine) -> str:
    if line.difference is None:
        return _("not counted")
    if not line.difference:
        return "="
    sign = "+" if line.difference > 0 else ""
    return f"{sign}{format_quantity(line.difference, line.product.unit)}"


def review_columns(credit: Credit) -> tuple[Column[CountLine], ...]:
    def credited(line: CountLine) -> str:
        amount = credit(line)
        return "…" if amount is None else format_baht(amount) if amount else "–"

    return (
        Column(lambda: _("Product · lot"), lambda line: product_name(line.product), role="strong", second=_lot),
        Column(
            lambda: _("Should be"),
            lambda line: quantity_text(line.expected + line.moved, line.product.unit),
            100,
            "right",
            tone=lambda _line: "ink2",
        ),
        Column(
            lambda: _("Counted"),
            lambda line: "–" if line.counted is None else quantity_text(line.counted, line.product.unit),
            96,
            "right",
        ),
        Column(lambda: _("Differs"), _difference, 110, "right", "name", tone=difference_tone),
        Column(
            lambda: _("Value"),
            lambda line: format_baht(times(line.difference, line.price)) if line.difference else "–",
            128,
            "right",
            yields=1,
        ),
        Column(
            lambda: _("Credited"),
            credited,
            128,
            "right",
            tone=lambda line: "good" if credit(line) else "ink2",
        ),
    )
