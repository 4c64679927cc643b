"""Who and what sold best."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow
from otop_pos.db.rows import AnyRow
from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH, Category
from otop_pos.domain.report import Ranked

TOP = 5


def by_category(goods: Sequence[AnyRow]) -> tuple[Ranked, ...]:
    """All five categories, also those that sold nothing, the best first."""
    net = {category: sum(row.net for row in goods if row.category is category) for category in Category}
    ranked = sorted(Category, key=lambda category: -net[category])
    return tuple(Ranked(each.value, CATEGORY_TH[each], CATEGORY_EN[each], net[each]) for each in ranked)


def by_product(goods: Sequence[AnyRow]) -> list[Ranked]:
    return [Ranked(str(row.product_id), row.name_th, row.name_en, row.net, row.qty) for row in goods]


def by_producer(session: Session, goods: Sequence[AnyRow]) -> list[Ranked]:
    net: dict[int, int] = {}
    for row in goods:
        net[row.producer_id] = net.get(row.producer_id, 0) + row.net
    names = session.execute(
        select(ProducerRow.id, ProducerRow.code, ProducerRow.name_th, ProducerRow.name_en).where(
            ProducerRow.id.in_(net)
        )
    )
    return [Ranked(code, name_th, name_en, net[producer_id]) for producer_id, code, name_th, name_en in names]


def top(ranked: list[Ranked]) -> tuple[Ranked, ...]:
    return tuple(sorted(ranked, key=lambda each: (-each.net, each.name_th))[:TOP])
