"""Whether the shop is registered for VAT, and from which day on: known before it happens, kept afterwards."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from otop_pos.db.models import SettingRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import DayIsPast
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.services.permission import needs
from otop_pos.services.setting import write_setting
from otop_pos.services.till_event import Happening, note

KEY = "vat_registered"
"""The field of Shop that it is kept as."""


@dataclass(frozen=True, slots=True)
class VatStatus:
    """From `since` on, until the next one."""

    since: date
    is_registered: bool


@query
def list_vat_statuses(session: Session) -> tuple[VatStatus, ...]:
    """All there were, the one of now, and what is planned, by day; only where it changes."""
    found: list[VatStatus] = []
    rows = session.scalars(select(SettingRow).where(SettingRow.key == KEY).order_by(SettingRow.valid_from))
    for row in rows:
        status = VatStatus(row.valid_from, json.loads(row.value))
        if not found or found[-1].is_registered != status.is_registered:
            found.append(status)
    return tuple(found)


@needs(Right.KEEP_SHOP)
def plan_vat_status(
    session: Session,
    status: VatStatus,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> tuple[VatStatus, ...]:
    """From that day on, today at the earliest; what was planned for that day or later is given up.

    Refuses DayIsPast: papers of past days stay what they are.
    """
    if status.since < local_date(at):
        raise DayIsPast(status.since)
    session.execute(delete(SettingRow).where(SettingRow.key == KEY, SettingRow.valid_from >= status.since))
    write_setting(session, KEY, json.dumps(status.is_registered), status.since)
    words = f"VAT {'✓' if status.is_registered else '–'} {status.since.isoformat()}"
    note(session, Happening(EventKind.SHOP, words, approval=approval), till=till, user=user, at=at)
    return list_vat_statuses(session)
