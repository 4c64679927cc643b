"""The columns of the lots that an act is about."""

from otop_pos.domain.stock import Bucket
from otop_pos.i18n import _
from otop_pos.ui.stock.act_lines import ActLine
from otop_pos.ui.style import is_large
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, product_name, quantity_text, short_date_text


def bucket_name(bucket: Bucket) -> str:
    names = {
        Bucket.SELLABLE: _("on the shelf"),
        Bucket.QUARANTINE: _("put aside"),
        Bucket.TO_RETURN: _("to be given back"),
    }
    return names[bucket]


def _about(line: ActLine) -> str:
    lot = line.lot
    if is_large():
        return lot_name(lot.code)
    expires = _("expires {day}").format(day=short_date_text(lot.expires_on)) if lot.expires_on else ""
    received = _("received {day}").format(day=short_date_text(lot.received_on))
    return " · ".join(part for part in (lot_name(lot.code), expires or received) if part)


def act_columns() -> tuple[Column[ActLine], ...]:
    return (
        Column(lambda: _("Product · lot"), lambda line: product_name(line.lot.product), role="strong", second=_about),
        Column(lambda: _("Where"), lambda line: bucket_name(line.bucket), 120, tone=lambda _line: "ink2", yields=1),
        Column(
            lambda: _("There"),
            lambda line: quantity_text(line.there, line.lot.product.unit),
            104,
            "right",
            tone=lambda _line: "ink2",
        ),
        Column(
            lambda: _("Taken"),
            lambda line: quantity_text(line.qty, line.lot.product.unit) if line.qty else "–",
            96,
            "right",
            "name",
            tone=lambda line: "figure" if line.qty else "ink2",
        ),
    )
