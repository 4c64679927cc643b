"""What happened at a till beside its documents, and who allowed it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Satang, UtcTime, Word
from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.right import Right
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.writable import LONGEST_TEXT


class ApprovalRow(Base):
    """Append-only. A second person's yes to one act; the event that used it names it."""

    __tablename__ = "approval"
    __table_args__ = (CheckConstraint("asked_by <> given_by", name="second_person"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    permission: Mapped[Right] = mapped_column(Word(Right))
    what: Mapped[str] = mapped_column(Text)
    bill: Mapped[UUID | None] = mapped_column(Uuid)
    asked_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    given_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    till_code: Mapped[str] = mapped_column(ForeignKey("till.code"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class TillEventRow(Base):
    """Append-only, numbered 1, 2, 3 … per till."""

    __tablename__ = "till_event"
    __table_args__ = (
        UniqueConstraint("till_code", "number"),
        CheckConstraint("number > 0", name="counts_up"),
        Index("ix_till_event_business_date", "business_date", "kind"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    till_code: Mapped[str] = mapped_column(ForeignKey("till.code"))
    number: Mapped[int]
    till_session_id: Mapped[int | None] = mapped_column(ForeignKey("till_session.id"), index=True)
    business_date: Mapped[date]
    kind: Mapped[EventKind] = mapped_column(Word(EventKind))
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    approval_id: Mapped[UUID | None] = mapped_column(ForeignKey("approval.id"), unique=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    what: Mapped[str] = mapped_column(Text)
    amount: Mapped[int] = mapped_column(Satang)
    content: Mapped[str] = mapped_column(Text)
    document_id: Mapped[UUID | None] = mapped_column(Uuid, index=True)


class CashMovementRow(Base):
    """Append-only. `amount` is what it added to the drawer: negative when paid out."""

    __tablename__ = "cash_movement"
    __table_args__ = (
        CheckConstraint("amount <> 0 AND (kind = 'paid_in') = (amount > 0)", name="sign"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    till_session_id: Mapped[int] = mapped_column(ForeignKey("till_session.id"), index=True)
    kind: Mapped[CashKind] = mapped_column(Word(CashKind))
    amount: Mapped[int] = mapped_column(Satang)
    reason: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    approval_id: Mapped[UUID | None] = mapped_column(ForeignKey("approval.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)
