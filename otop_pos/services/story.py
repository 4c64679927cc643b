"""Makers' stories for the customer's display."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import LotBalanceRow, LotRow, ProducerRow, ProductRow
from otop_pos.db.query import query
from otop_pos.domain.stock import Bucket
from otop_pos.domain.story import Story
from otop_pos.services.producer import producer_of

# Restricted goods are left out: alcohol may not be advertised (Alcoholic Beverage Control Act, s. 32).
_ON_SHELF = (
    select(ProductRow.id, ProductRow.producer_id)
    .join(LotRow, LotRow.product_id == ProductRow.id)
    .join(LotBalanceRow, (LotBalanceRow.lot_id == LotRow.id) & (LotBalanceRow.bucket == Bucket.SELLABLE))
    .where(ProductRow.active, ~ProductRow.restricted, LotBalanceRow.qty > 0)
    .distinct()
    .order_by(ProductRow.id)
)


@query
def list_stories(session: Session, *, on: date, limit: int = 30) -> tuple[Story, ...]:
    """Other goods every day, the same all day long; first one of each maker, then the second ones."""
    chosen = _chosen([(row.id, row.producer_id) for row in session.execute(_ON_SHELF)], on)[:limit]
    rows = session.execute(
        select(ProductRow, ProducerRow)
        .join(ProducerRow, ProducerRow.id == ProductRow.producer_id)
        .where(ProductRow.id.in_(chosen))
    )
    stories = {product.id: _story(product, producer) for product, producer in rows}
    return tuple(stories[number] for number in chosen)


def _chosen(goods: Sequence[tuple[int, int]], on: date) -> list[int]:
    shuffled = random.Random(on.toordinal()).sample(goods, len(goods))
    seen: Counter[int] = Counter()
    rounds = []
    for product_id, producer_id in shuffled:
        rounds.append((seen[producer_id], product_id))
        seen[producer_id] += 1
    return [product_id for _round, product_id in sorted(rounds, key=lambda each: each[0])]


def _story(product: ProductRow, producer: ProducerRow) -> Story:
    place = replace(producer_of(producer).place, postcode="")
    return Story(
        product_th=product.name_th,
        product_en=product.name_en,
        maker_th=producer.name_th,
        maker_en=producer.name_en,
        place_th=place.full_th if place.province_th else place.short_th,
        place_en=place.full_en,
        stars=product.stars or producer.stars,
        text_th=producer.story_th.strip(),
        text_en=producer.story_en.strip(),
    )
