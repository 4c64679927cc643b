"""The labels of a delivery: exactly as many as pieces came in."""

from otop_pos.domain.label import LotLabel
from otop_pos.domain.quantity import ONE
from otop_pos.domain.receiving import Grn, GrnLine


def labels_of(grn: Grn) -> tuple[LotLabel, ...]:
    """One label per accepted piece; of what is weighed or measured one per box or roll."""
    return tuple(_label(grn, line) for line in grn.lines for _piece in range(label_count(line)))


def label_count(line: GrnLine) -> int:
    if not line.lot_code:
        return 0
    return line.accepted // ONE if line.product.unit.is_whole else max(line.pieces, 1)


def _label(grn: Grn, line: GrnLine) -> LotLabel:
    product = line.product
    return LotLabel(
        lot_code=line.lot_code,
        name_th=product.name_th,
        name_en=product.name_en,
        price=line.price,
        unit=product.unit,
        producer_name=grn.producer.name_th,
        place=grn.producer.place.short_th,
        stars=product.stars,
        made_on=line.made_on,
        expires_on=line.expires_on,
        batch=line.batch,
        standard=product.standard,
    )
