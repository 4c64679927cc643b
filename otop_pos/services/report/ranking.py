"""Who and what sold best."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow
from otop_pos.db.rows import AnyRow
from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH, Category
from otop_pos.domain.report import Ranked

TOP = 5
_PRODUCERS = select(ProducerRow.id, ProducerRow.code, ProducerRow.name_th, ProducerRow.name_en).where(
    ProducerRow.id.in_(bindparam("producers", expanding=True))
)


def by_category(goods: Sequence[AnyRow]) -> tuple[Ranked, ...]:
    """All five categories, also those that sold nothing, the best first."""
    net = {category: sum(row.net for row in goods if row.category is category) for category in Category}
    ranked = sorted(Category, key=lambda category: -net[category])
    return tuple(Ranked(each.value, CATEGORY_TH[each], CATEGORY_EN[each], net[each]) for each in ranked)


def top_products(goods: Sequence[AnyRow]) -> tuple[Ranked, ...]:
    best = sorted(goods, key=lambda row: (-row.net, row.name_th))[:TOP]
    return tuple(Ranked(str(row.product_id), row.name_th, row.name_en, row.net, row.qty) for row in best)


def top_producers(session: Session, goods: Sequence[AnyRow]) -> tuple[Ranked, ...]:
    net: dict[int, int] = {}
    for row in goods:
        net[row.producer_id] = net.get(row.producer_id, 0) + row.net
    names = session.connection().execute(_PRODUCERS, {"producers": list(net)})
    best = sorted(names, key=lambda row: (-net[row.id], row.name_th))[:TOP]
    return tuple(Ranked(row.code, row.name_th, row.name_en, net[row.id]) for row in best)
