"""What an act comes to, before it is posted."""

from collections.abc import Mapping, Sequence

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.i18n import _
from otop_pos.ui.stock.act_lines import ActLine
from otop_pos.ui.widgets.fact_list import FactRow


def act_facts(lines: Sequence[ActLine], credit: int | None, *, is_loss: bool) -> tuple[FactRow, ...]:
    """`credit` None: the terms are still being read."""
    lots = str(len({line.lot.id for line in lines}))
    rows = (
        FactRow(lambda: _("Lots · units"), f"{lots} · {format_quantity(sum(line.qty for line in lines))}"),
        FactRow(lambda: _("Value at selling price"), format_baht(sum(line.value for line in lines))),
    )
    if not is_loss:
        return rows
    text = "…" if credit is None else format_baht(credit)
    return (*rows, FactRow(lambda: _("Maker is credited"), text, "good" if credit else "ink", strong=True))


def credit_sentence(lines: Sequence[ActLine], policies: Mapping[int, Bearer]) -> str:
    """Why the producer is credited what is shown: the agreement's words about losses."""
    found = {policies[line.lot.id] for line in lines if line.lot.id in policies}
    if len(found) != 1:
        return _("Each lot by its own agreement.") if found else ""
    sentences = {
        Bearer.CENTRE: _("By the agreement the centre answers for losses: the agreed value is credited."),
        Bearer.SHARED: _("By the agreement losses are shared: half of the agreed value is credited."),
        Bearer.PRODUCER: _("By the agreement the maker bears losses: nothing is credited."),
    }
    return sentences[found.pop()]
