"""The shop's settings as texts: a value from a day on, so that a past day stays what it was."""

from datetime import date

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from otop_pos.db.models import SettingRow

_SETTINGS = (
    select(SettingRow.key, SettingRow.value)
    .where(SettingRow.valid_from <= bindparam("on"))
    .order_by(SettingRow.valid_from)
)


def read_settings_of(session: Session, on: date) -> dict[str, str]:
    """Every setting's newest text from that day or before; asked once per transaction."""
    known: dict[date, dict[str, str]] = session.info.setdefault("settings", {})
    if on not in known:
        known[on] = dict(session.execute(_SETTINGS, {"on": on}).all())
    return known[on]


def forget_settings(session: Session) -> None:
    """Something was saved: whoever reads on in this transaction reads afresh."""
    session.info.pop("settings", None)


def drop_setting(session: Session, key: str) -> None:
    """Of every day: for what has no meaning any more."""
    session.execute(delete(SettingRow).where(SettingRow.key == key))
    forget_settings(session)


def write_setting(session: Session, key: str, text: str, valid_from: date) -> None:
    """From this day on; what was there before stays for the days before."""
    session.merge(SettingRow(key=key, valid_from=valid_from, value=text))
    forget_settings(session)
