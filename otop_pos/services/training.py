"""Training: a copy of the shop to practise in. The real books hear of it once, when it begins."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.orm import Session

from otop_pos.db.database import Database, open_database
from otop_pos.db.models import (
    AgreementRateRow,
    AgreementRow,
    Base,
    DocumentSeriesRow,
    GrnLineRow,
    GrnRow,
    LabelPrintRow,
    LotBalanceRow,
    LotPriceRow,
    LotRow,
    PhotoRow,
    ProducerRow,
    ProductCodeRow,
    ProductRow,
    SettingRow,
    TillRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.code import LONGEST_OWNER_CODE
from otop_pos.domain.errors import NotFound, TrainingOnly
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import needs
from otop_pos.services.shop import is_training, read_shop
from otop_pos.services.till_event import Happening, note

FILE_NAME = "training.sqlite"
COPIED: tuple[type[Base], ...] = (
    SettingRow,
    UserRow,
    PhotoRow,
    ProducerRow,
    AgreementRow,
    ProductRow,
    AgreementRateRow,
    ProductCodeRow,
    GrnRow,
    GrnLineRow,
    LotRow,
    LotBalanceRow,
    LotPriceRow,
    LabelPrintRow,
)
"""What there is to practise with, each after what it refers to. No sales, no sessions, nobody's money."""
LAST_REAL_LOT = 9_000_000_000
"""Lots received in training begin after it: a label printed there is never one of the shop's."""
_MARKS = ("T", "TR", "TX", *(f"T{number}" for number in range(10)))
_BATCH = 5_000
_MOMENT = "%Y-%m-%d %H:%M:%S.%f"
_MOVE = """
    INSERT INTO lot_move (id, lot_id, bucket, kind, qty, at, business_date, user_id, document_id, line_no, reverses)
"""
_CAME = f"""{_MOVE}
    SELECT printf('%032x', lot.id), lot.id, 'sellable', 'receive', lot.qty_received, grn.posted_at, lot.received_on,
           grn.user_id, lot.grn_id, lot.grn_line_no, NULL
    FROM lot JOIN grn ON grn.id = lot.grn_id ORDER BY lot.id
"""
_WENT = f"""{_MOVE}
    SELECT printf('0001%028x', lot.id), lot.id, 'sellable', 'receive', COALESCE(held.qty, 0) - lot.qty_received, :at,
           :day, :user, lot.grn_id, lot.grn_line_no, printf('%032x', lot.id)
    FROM lot LEFT JOIN lot_balance AS held ON held.lot_id = lot.id AND held.bucket = 'sellable'
    WHERE COALESCE(held.qty, 0) <> lot.qty_received ORDER BY lot.id
"""
_ASIDE = f"""{_MOVE}
    SELECT printf('000%d%028x', CASE bucket WHEN 'quarantine' THEN 2 ELSE 3 END, lot.id), lot.id, bucket, 'receive',
           held.qty, :at, :day, :user, lot.grn_id, lot.grn_line_no, printf('%032x', lot.id)
    FROM lot_balance AS held JOIN lot ON lot.id = held.lot_id
    WHERE held.bucket <> 'sellable' AND held.qty <> 0 ORDER BY lot.id
"""


@dataclass(frozen=True, slots=True)
class Training:
    """The copy, open, and the code of the till in it."""

    database: Database
    till: str


def open_training(
    database: Database, folder: Path, till: str, user: User, at: datetime, approval: Approval | None = None
) -> Training:
    """A copy of the shop in a new file in the folder, for who may practise.

    Refuses NotAllowed, NeedsApproval, ApprovalInvalid, NotFound (the till), TrainingOnly (in training),
    FolderUnwritable.
    """
    database.run(begin_training, till, user=user, at=at, approval=approval)
    copy = open_database(folder / FILE_NAME)
    try:
        return Training(copy, database.run(copy_shop, copy, till, user=user, at=at))
    except BaseException:
        copy.close()
        raise


@needs(Right.TRAIN)
def begin_training(session: Session, till: str, *, user: User, at: datetime, approval: Approval | None = None) -> None:
    """Told in the real books, counted on the Z. Refuses NotFound (the till), TrainingOnly."""
    if is_training(session):
        raise TrainingOnly
    if session.get(TillRow, till) is None:
        raise NotFound(_("Till"), till)
    note(session, Happening(EventKind.TRAINING, approval=approval), till=till, user=user, at=at)


@query
def copy_shop(session: Session, copy: Database, till: str, *, user: User, at: datetime) -> str:
    """Everything from one moment, streamed; the till's code in the copy."""
    row = session.get_one(TillRow, till)
    code = training_code(till, session.scalars(select(TillRow.code)).all())
    shop = read_shop(session, local_date(at))
    with copy.engine.begin() as target:
        for kind in COPIED:
            _copy(session, _table(kind), target)
        _add_moves(target, user, at)
        target.execute(insert(TillRow), {"code": code, "name": row.name, "machine_no": "", "epoch": 1})
        _mark(target, training_code(shop.code, (shop.code,)))
    return code


def training_code(code: str, taken: Collection[str]) -> str:
    """CM01 → TCM01, no longer than a code may be, and none that is taken: its numbers are its own."""
    marked = (f"{mark}{code}"[:LONGEST_OWNER_CODE] for mark in _MARKS)
    return next(each for each in marked if each not in taken)


def _copy(session: Session, table: Table, target: Connection) -> None:
    """As the driver gives the values: a hundred thousand products take seconds, through the tables' types minutes."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" for _column in table.columns)
    source = session.connection().execution_options(yield_per=_BATCH)
    result = source.exec_driver_sql(f'SELECT {names} FROM "{table.name}"')
    is_stored = source.dialect.name == "sqlite"
    for rows in result.partitions():
        values = [tuple(row) if is_stored else tuple(map(_stored, row)) for row in rows]
        target.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', values)


def _stored(value: Any) -> Any:
    """As SQLite keeps what PostgreSQL gives."""
    match value:
        case UUID():
            return value.hex
        case datetime():
            return value.astimezone(UTC).strftime(_MOMENT)
        case date():
            return value.isoformat()
        case _:
            return value


def _add_moves(target: Connection, user: User, at: datetime) -> None:
    """Each lot came, and what is gone or put aside meanwhile is put right: its story adds up without the sales."""
    values = {"user": user.id, "at": at.astimezone(UTC).strftime(_MOMENT), "day": local_date(at).isoformat()}
    target.execute(text(_CAME))
    target.execute(text(_WENT), values)
    target.execute(text(_ASIDE), values)


def _mark(target: Connection, shop_code: str) -> None:
    """From its first day on the copy is one; its deliveries and lots have numbers of their own."""
    settings = _table(SettingRow)
    target.execute(settings.delete().where(settings.c.key.in_(("code", "is_training"))))
    since: date = target.execute(select(func.min(settings.c.valid_from))).scalar_one()
    texts = {"code": f'"{shop_code}"', "is_training": "true"}
    target.execute(insert(settings), [{"key": key, "valid_from": since, "value": text} for key, text in texts.items()])
    series = {"owner": shop_code, "epoch": 1, "kind": "LOT", "year": 0, "last_no": LAST_REAL_LOT}
    target.execute(insert(DocumentSeriesRow), series)


def _table(kind: type[Base]) -> Table:
    table = kind.__table__
    if not isinstance(table, Table):
        raise TypeError(kind.__name__)
    return table
