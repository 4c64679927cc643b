"""The demo's clerk looks after the goods in the morning: damaged, expired, missing, priced anew, found."""

import random
from collections.abc import Iterator
from datetime import timedelta

from otop_pos.domain.money import BAHT
from otop_pos.domain.quantity import ONE
from otop_pos.domain.stock import Bucket, Lot, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct, StockNote
from otop_pos.domain.thai_date import local_date
from otop_pos.services.demo.settling import Office
from otop_pos.services.stock import list_lots
from otop_pos.services.stock.count_posting import post_count
from otop_pos.services.stock.counting import count_lot, start_count
from otop_pos.services.stock.exception import list_exceptions, resolve_exception
from otop_pos.services.stock.moving import post_note
from otop_pos.services.stock.price import change_lot_price

_ALL_LOTS = 1_000_000
_GOES_HOME = timedelta(days=3)
_COUNTS_ON = 0
"""Monday."""
_PRICED_ON = 2


def look_after(office: Office, rng: random.Random) -> tuple[StockNote, ...]:
    """The notes of a morning before the shop opens."""
    notes = [*_find_lots(office), *_clear(office)]
    weekday = local_date(office.at).weekday()
    if weekday == _COUNTS_ON:
        notes += _count_one_maker(office, rng)
    if weekday == _PRICED_ON:
        _price_anew(office, rng)
    return tuple(notes)


def _lots(office: Office) -> tuple[Lot, ...]:
    return office.database.run(list_lots, "", _ALL_LOTS)


def _clear(office: Office) -> Iterator[StockNote]:
    """What customers brought back damaged is written off; what is about to expire goes home, if it came by piece."""
    today = local_date(office.at)
    for lot in _lots(office):
        if lot.quarantine:
            wish = NoteWish(lot.id, lot.quarantine, MoveKind.DAMAGE, Bucket.QUARANTINE)
            yield _post(office, NoteKind.LOSS, wish, "ลูกค้าคืนมาชำรุด ซ่อมไม่ได้")
        if lot.on_hand and lot.expires_on is not None and lot.expires_on < today:
            yield _post(office, NoteKind.LOSS, NoteWish(lot.id, lot.on_hand, MoveKind.EXPIRE), "หมดอายุบนชั้น")
        elif lot.on_hand and lot.expires_on is not None and lot.expires_on - today <= _GOES_HOME:
            wish = NoteWish(lot.id, lot.on_hand, MoveKind.SUPPLIER_RETURN)
            yield _post(office, NoteKind.RETURN, wish, "ใกล้หมดอายุ ผู้ผลิตรับคืน")


def _post(office: Office, kind: NoteKind, wish: NoteWish, reason: str) -> StockNote:
    return office.database.run(post_note, StockAct(kind, (wish,), reason), **office.by(office.shop.manager))


def _find_lots(office: Office) -> Iterator[StockNote]:
    """Goods that were sold before their papers came have found them."""
    for each in office.database.run(list_exceptions):
        lot = next(
            (lot for lot in _lots(office) if lot.product.id == each.product.id and lot.on_hand >= each.qty), None
        )
        if lot is not None:
            yield office.database.run(
                resolve_exception, each.sale_id, each.line_no, lot.id, each.qty, **office.by(office.shop.clerk)
            )


def _count_one_maker(office: Office, rng: random.Random) -> tuple[StockNote, ...]:
    """All of one maker's goods; now and then a piece is missing."""
    maker = rng.choice(office.shop.producers)
    here = {lot.code: lot.on_hand for lot in _lots(office) if lot.producer.id == maker.id}
    begun = office.database.run(start_count, maker.name_th, maker.id, **office.by(office.shop.clerk))
    missing = rng.choice((0, 0, ONE))
    for line in begun.lines:
        there = max(here.get(line.lot_code, 0) - missing, 0)
        missing = 0
        office.database.run(count_lot, begun.id, line.lot_code, there, is_total=True, **office.by(office.shop.clerk))
    return office.database.run(post_count, begun.id, **office.by(office.shop.manager))


def _price_anew(office: Office, rng: random.Random) -> None:
    lots = [lot for lot in _lots(office) if lot.on_hand >= 5 * ONE]
    lot = rng.choice(lots)
    price = max(lot.price + rng.choice((-10, 10, 20)) * BAHT, BAHT)
    if price != lot.price:
        office.database.run(change_lot_price, lot.id, price, "ตกลงกับผู้ผลิตใหม่", **office.by(office.shop.clerk))
