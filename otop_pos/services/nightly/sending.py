"""Sends the oldest closed day. Each step may be cut off anywhere and is simply done again."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos import __version__
from otop_pos.db.database import Database
from otop_pos.db.models import NightlyBatchRow, TillSessionRow
from otop_pos.db.query import query
from otop_pos.domain.errors import DayStillOpen, NothingToSend, TrainingOnly
from otop_pos.services.nightly.tables import day_tables
from otop_pos.services.shop import hold_days, is_training, read_shop
from otop_pos.sync.package import PackageHead, WrittenPackage, write_package
from otop_pos.sync.published import find_published


@dataclass(frozen=True, slots=True)
class SentDay:
    business_date: date
    batch_no: int
    folder: Path


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as the screen lists it; not published: planned, its files not written yet."""

    batch_no: int
    business_date: date
    is_published: bool


def send_day(database: Database, outbox: Path) -> SentDay:
    """Writes the oldest closed day that head office has not got, as a folder in the outbox.

    Three transactions: the plan fixes number and content, the files come from one snapshot, the mark
    keeps the manifest's hash. Killed in between, the next call writes the same bytes again.
    Refuses DayStillOpen, NothingToSend, FolderUnwritable, TrainingOnly.
    """
    head = database.run(plan_batch)
    # Names and prices may have changed since a run that was cut off: what it published stays as it is.
    written = find_published(outbox, head) or database.run(write_batch, head, outbox)
    database.run(mark_published, head.batch_no, written.manifest_sha256)
    return SentDay(head.business_date, head.batch_no, written.folder)


def plan_batch(session: Session) -> PackageHead:
    """The batch to write next: one that was planned and never marked, else the oldest unsent day."""
    if is_training(session):
        raise TrainingOnly
    pending = session.scalars(
        select(NightlyBatchRow).where(NightlyBatchRow.manifest_sha256.is_(None)).order_by(NightlyBatchRow.batch_no)
    ).first()
    if pending is None:
        pending = _plan_oldest_day(session)
    return PackageHead(
        shop_id=read_shop(session, pending.business_date).code,
        batch_no=pending.batch_no,
        business_date=pending.business_date,
        closed_at=pending.closed_at,
        software=__version__,
        previous_sha256=pending.previous_sha256 or "",
    )


@query
def write_batch(session: Session, head: PackageHead, outbox: Path) -> WrittenPackage:
    with day_tables(session, head) as tables:
        return write_package(outbox, head, tables)


def mark_published(session: Session, batch_no: int, manifest_sha256: str) -> None:
    session.get_one(NightlyBatchRow, batch_no).manifest_sha256 = manifest_sha256


@query
def list_batches(session: Session, limit: int = 60) -> tuple[Batch, ...]:
    """Newest first."""
    rows = session.scalars(select(NightlyBatchRow).order_by(NightlyBatchRow.batch_no.desc()).limit(limit))
    return tuple(Batch(row.batch_no, row.business_date, row.manifest_sha256 is not None) for row in rows)


def _plan_oldest_day(session: Session) -> NightlyBatchRow:
    hold_days(session)
    last = session.scalars(select(NightlyBatchRow).order_by(NightlyBatchRow.batch_no.desc()).limit(1)).first()
    after = last.business_date if last else date.min
    day = session.execute(
        select(func.min(TillSessionRow.business_date)).where(TillSessionRow.business_date > after)
    ).scalar()
    if day is None:
        raise NothingToSend
    sessions = session.scalars(select(TillSessionRow).where(TillSessionRow.business_date == day)).all()
    still_open = tuple(sorted(row.till_code for row in sessions if row.closed_at is None))
    if still_open:
        raise DayStillOpen(still_open)
    row = NightlyBatchRow(
        batch_no=last.batch_no + 1 if last else 1,
        business_date=day,
        closed_at=max(row.closed_at for row in sessions if row.closed_at),
        previous_sha256=last.manifest_sha256 if last else None,
    )
    session.add(row)
    session.flush()
    return row
