"""Statements before they are issued: what each would say."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRow, PayableHoldRow, PayableRow, ProducerRow, StatementRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.advice import advise
from otop_pos.domain.agreement import Agreement
from otop_pos.domain.errors import CutoffNotAfter, NoAgreement, NotFound
from otop_pos.domain.identity import new_id
from otop_pos.domain.ledger import LedgerEntry
from otop_pos.domain.producer import Producer
from otop_pos.domain.statement import DISPUTE_DAYS, Statement
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.services.producer import agreements_of, producer_of
from otop_pos.services.settlement.claim import newest_statement, payment_hold, unclaimed, waiting
from otop_pos.services.settlement.draft_list import draft_all as draft_all
from otop_pos.services.settlement.entry import entries_where
from otop_pos.services.settlement.lot_account import lot_accounts


@dataclass(frozen=True, slots=True)
class Ground:
    """What a statement builds on: the producer, the terms on the day of the cut-off, the statement before."""

    producer: Producer
    agreement: Agreement
    last: StatementRow | None

    @property
    def opening(self) -> int:
        return self.last.closing if self.last else 0


@query
def draft_statement(session: Session, producer_id: int, cutoff: date, *, at: datetime) -> Statement:
    """As it would be issued now, with number 0. Refuses NotFound, NoAgreement, CutoffNotAfter."""
    row = session.get(ProducerRow, producer_id)
    if row is None:
        raise NotFound(_("Producer"), str(producer_id))
    ground = ground_of(session, row, cutoff)
    check_after(session, ground, cutoff)
    return build_statement(session, ground, cutoff, at=at)


def ground_of(session: Session, row: ProducerRow, cutoff: date) -> Ground:
    """Refuses NoAgreement."""
    producer = producer_of(row)
    agreement = _agreement(session, producer, cutoff)
    return Ground(producer, agreement, newest_statement(session, producer.id))


def check_after(session: Session, ground: Ground, cutoff: date) -> None:
    """Refuses CutoffNotAfter."""
    last = ground.last
    if last is not None and cutoff <= last.cutoff:
        raise CutoffNotAfter(last.cutoff, last.doc_no, session.get_one(UserRow, last.issued_by).name)


def build_statement(session: Session, ground: Ground, cutoff: date, *, at: datetime) -> Statement:
    """Everything the paper says but its number and who issues it."""
    late_until = ground.last.cutoff if ground.last else None
    everything = entries_where(session, _up_to(ground.producer.id, cutoff), late_until)
    parked = _parked(session, ground.producer.id)
    wait = waiting({ground.producer.id: ground.agreement.hold_days}, cutoff)
    waits = set(session.scalars(select(PayableRow.id).where(_up_to(ground.producer.id, cutoff), wait)))
    entries = tuple(each for each in everything if each.id not in parked and each.id not in waits)
    since = _period_from(ground, entries, cutoff)
    lots = lot_accounts(session, ground.producer.id, since, cutoff)
    taken = {each.id for each in entries}
    return Statement(
        id=new_id(),
        doc_no="",
        number=0,
        producer=ground.producer,
        agreement=ground.agreement,
        period_from=since,
        cutoff=cutoff,
        opening=ground.opening,
        entries=entries,
        held=tuple(each for each in everything if each.id not in taken),
        lots=lots,
        advice=advise(lots, ground.agreement.cycle, (cutoff - since).days + 1),
        issued_at=at,
        issued_by="",
        dispute_until=local_date(at) + timedelta(days=DISPUTE_DAYS),
        last_entry=(ground.last.last_entry if ground.last else 0) + len(entries),
        previous_no=ground.last.doc_no if ground.last else "",
        is_on_hold=payment_hold(session, ground.producer.id) is not None,
    )


def _up_to(producer_id: int, cutoff: date) -> ColumnElement[bool]:
    return and_(PayableRow.producer_id == producer_id, PayableRow.business_date <= cutoff, unclaimed())


def _parked(session: Session, producer_id: int) -> set[object]:
    held = select(PayableHoldRow.payable_id).where(
        PayableHoldRow.producer_id == producer_id, PayableHoldRow.released_at.is_(None)
    )
    return set(session.scalars(held))


def _period_from(ground: Ground, entries: tuple[LedgerEntry, ...], cutoff: date) -> date:
    if ground.last is not None:
        return ground.last.cutoff + timedelta(days=1)
    return min((each.business_date for each in entries), default=cutoff)


def _agreement(session: Session, producer: Producer, cutoff: date) -> Agreement:
    """The version in force on the day; of a producer whose agreement has ended, the last one."""
    row = session.scalars(
        select(AgreementRow)
        .where(AgreementRow.producer_id == producer.id)
        .order_by(AgreementRow.valid_from > cutoff, AgreementRow.version.desc())
        .limit(1)
    ).first()
    if row is None:
        raise NoAgreement(producer.name_th)
    return agreements_of(session, [row])[row.id]
