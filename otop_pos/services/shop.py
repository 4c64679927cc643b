"""The shop's own facts and its tills."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import NightlyBatchRow, SettingRow, TillRow, TillSessionRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.code import LONGEST_OWNER_CODE, code_of
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import AlreadyExists, NoShopYet, NotFound
from otop_pos.domain.money import CashRounding
from otop_pos.domain.right import Right
from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import needs
from otop_pos.services.setting import read_settings_of, write_setting
from otop_pos.services.till_event import Happening, note


def _as_it_is(value: Any) -> Any:
    return value


_READ: dict[str, Callable[[Any], Any]] = {
    "cash_rounding": CashRounding,
    "alcohol_hours": tuple,
    "banned_days": lambda days: tuple(date.fromisoformat(day) for day in days),
}

# The row that stands for the shop's days: who dates an act shares it, who plans a day has it alone.
_DAYS = select(SettingRow.key).where(SettingRow.key == "code").order_by(SettingRow.valid_from)


@query
def has_shop(session: Session) -> bool:
    return session.execute(select(SettingRow.key).limit(1)).first() is not None


@query
def read_shop(session: Session, on: date) -> Shop:
    """The shop as it was on a day: each setting's newest value from that day or before.

    Refuses NoShopYet.
    """
    texts = read_settings_of(session, on)
    if not texts:
        raise NoShopYet
    values = {field.name: json.loads(texts[field.name]) for field in fields(Shop) if field.name in texts}
    return Shop(**{key: _READ.get(key, _as_it_is)(value) for key, value in values.items()})


@needs(Right.KEEP_SHOP)
def save_shop(
    session: Session, shop: Shop, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> Shop:
    """From today on the shop is so, earlier days stay as they were. Refuses BadCode, Unwritable."""
    kept = keep_shop(session, shop, valid_from=local_date(at))
    note(session, Happening(EventKind.SHOP, kept.name_th, approval=approval), till=till, user=user, at=at)
    return kept


def keep_shop(session: Session, shop: Shop, *, valid_from: date) -> Shop:
    """Without asking who does it: for the set-up. Only what changed gets a new row.

    Refuses BadCode, Unwritable.
    """
    shop = clean(replace(shop, code=code_of(shop.code, LONGEST_OWNER_CODE)))
    before = dict(read_settings_of(session, valid_from))
    for key, value in asdict(shop).items():
        text = json.dumps(value, ensure_ascii=False, default=date.isoformat)
        if before.get(key) != text:
            write_setting(session, key, text, valid_from)
    return shop


@query
def read_till(session: Session, code: str) -> Till:
    """Refuses NotFound."""
    row = session.get(TillRow, code)
    if row is None:
        raise NotFound(_("Till"), code)
    return _till(row)


@query
def list_tills(session: Session) -> tuple[Till, ...]:
    return tuple(_till(row) for row in session.scalars(select(TillRow).order_by(TillRow.code)))


@needs(Right.KEEP_SHOP)
def register_till(session: Session, till: Till, *, user: User, at: datetime) -> Till:
    """Refuses AlreadyExists, BadCode, Unwritable."""
    return add_till(session, till)


def add_till(session: Session, till: Till) -> Till:
    """Without asking who does it: for the set-up. Refuses as `register_till`."""
    till = clean(replace(till, code=code_of(till.code, LONGEST_OWNER_CODE)))
    if session.get(TillRow, till.code) is not None:
        raise AlreadyExists(_("Till"), till.code)
    session.add(TillRow(code=till.code, name=till.name, machine_no=till.machine_no, epoch=till.epoch))
    return till


@query
def is_training(session: Session) -> bool:
    """Whether these are books to practise in."""
    return read_settings_of(session, date.max).get("is_training") == json.dumps(True)


def business_day(session: Session, local_day: date) -> date:
    """The day that acts of now belong to: today, or the day after the last one planned for head office,
    since a day that was sent is never added to. Until the commit no day can be planned."""
    session.execute(_DAYS.with_for_update(read=True))
    last_sent: date | None = session.execute(select(func.max(NightlyBatchRow.business_date))).scalar()
    if last_sent is None or last_sent < local_day:
        return local_day
    return date.fromordinal(last_sent.toordinal() + 1)


def goods_day(session: Session, local_day: date) -> date:
    """The day goods come in on: while a till still works on an earlier day, that one. It may sell them,
    and the books of its day must not show more sold than was there."""
    day = business_day(session, local_day)
    oldest_open: date | None = session.execute(
        select(func.min(TillSessionRow.business_date)).where(TillSessionRow.closed_at.is_(None))
    ).scalar()
    return min(day, oldest_open or day)


def hold_days(session: Session) -> None:
    """Waits for every act that is finding out its business day, and keeps others from it until the commit."""
    session.execute(_DAYS.with_for_update())


def _till(row: TillRow) -> Till:
    return Till(code=row.code, name=row.name, machine_no=row.machine_no, epoch=row.epoch)
