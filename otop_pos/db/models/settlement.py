"""What is settled with the producers: statements, payment vouchers, batches for the bank."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Satang, UtcTime, Word
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.voucher import PayoutMethod, VoucherState
from otop_pos.domain.writable import LONGEST_TEXT


def _only_where(condition: str) -> dict[str, Any]:
    return {"unique": True, "sqlite_where": text(condition), "postgresql_where": text(condition)}


class PayableAdjustmentRow(Base):
    """Append-only: a fee or a correction written by hand, with who allowed it."""

    __tablename__ = "payable_adjustment"
    __table_args__ = (CheckConstraint("amount <> 0 AND reason <> ''", name="says_why"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"))
    kind: Mapped[EntryKind] = mapped_column(Word(EntryKind))
    amount: Mapped[int] = mapped_column(Satang)
    reason: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    approval_id: Mapped[UUID | None] = mapped_column(ForeignKey("approval.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class PayableHoldRow(Base):
    """A disputed entry of the ledger is parked: it stays off statements until it is released.
    `payable_id` None: nothing is paid to the producer for now."""

    __tablename__ = "payable_hold"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="says_why"),
        Index("ix_payable_hold_payable_id", "payable_id", **_only_where("released_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), index=True)
    payable_id: Mapped[UUID | None] = mapped_column(ForeignKey("payable.id"))
    reason: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    placed_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    placed_at: Mapped[datetime] = mapped_column(UtcTime)
    released_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    released_at: Mapped[datetime | None] = mapped_column(UtcTime)


class StatementRow(Base):
    """Issued: nothing of it changes but `reversed_at`. `number` counts per producer, gapless."""

    __tablename__ = "statement"
    __table_args__ = (
        UniqueConstraint("producer_id", "number"),
        CheckConstraint("number > 0", name="counts_up"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    doc_no: Mapped[str] = mapped_column(String(30), unique=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"))
    number: Mapped[int]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    period_from: Mapped[date]
    cutoff: Mapped[date] = mapped_column(index=True)
    last_entry: Mapped[int]
    """How many entries of the producer's ledger are settled, with this statement's."""
    opening: Mapped[int] = mapped_column(Satang)
    closing: Mapped[int] = mapped_column(Satang)
    on_hold: Mapped[int] = mapped_column(Satang)
    issued_at: Mapped[datetime] = mapped_column(UtcTime)
    issued_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    reversed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    reversed_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    reverse_reason: Mapped[str] = mapped_column(String(LONGEST_TEXT), default="")


class StatementLineRow(Base):
    """The lock against paying twice: an entry of the ledger is in at most one live statement."""

    __tablename__ = "statement_line"
    __table_args__ = (Index("ix_statement_line_payable_id", "payable_id", **_only_where("is_live")),)

    statement_id: Mapped[UUID] = mapped_column(ForeignKey("statement.id"), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    payable_id: Mapped[UUID] = mapped_column(ForeignKey("payable.id"))
    is_live: Mapped[bool] = mapped_column(default=True)


class VoucherRow(Base):
    """Payment voucher. Only `paid` writes the ledger. One open voucher per producer at a time."""

    __tablename__ = "voucher"
    __table_args__ = (
        CheckConstraint("gross > 0 AND wht >= 0 AND net = gross - wht AND net > 0", name="amounts"),
        CheckConstraint("approved_by IS NULL OR approved_by <> prepared_by", name="second_person"),
        Index("ix_voucher_producer_id", "producer_id", **_only_where("state IN ('prepared', 'approved')")),
        Index("ix_voucher_statement_id", "statement_id"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    doc_no: Mapped[str] = mapped_column(String(20), unique=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"))
    statement_id: Mapped[UUID] = mapped_column(ForeignKey("statement.id"))
    state: Mapped[VoucherState] = mapped_column(Word(VoucherState))
    gross: Mapped[int] = mapped_column(Satang)
    wht_rule: Mapped[str] = mapped_column(String(20))
    wht_base: Mapped[int] = mapped_column(Satang)
    wht: Mapped[int] = mapped_column(Satang)
    net: Mapped[int] = mapped_column(Satang)
    method: Mapped[PayoutMethod] = mapped_column(Word(PayoutMethod))
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("producer_bank.id"))
    batch_id: Mapped[UUID | None] = mapped_column(ForeignKey("payment_batch.id"), index=True)
    cash_movement_id: Mapped[UUID | None] = mapped_column(ForeignKey("cash_movement.id"))
    reference: Mapped[str] = mapped_column(String(LONGEST_TEXT), default="")
    remark: Mapped[str] = mapped_column(String(LONGEST_TEXT), default="")
    prepared_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    prepared_at: Mapped[datetime] = mapped_column(UtcTime)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcTime)
    paid_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    paid_at: Mapped[datetime | None] = mapped_column(UtcTime)
    paid_on: Mapped[date | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime)


class PaymentBatchRow(Base):
    """A file of transfers for the bank, as it was made."""

    __tablename__ = "payment_batch"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    doc_no: Mapped[str] = mapped_column(String(20), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    made_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    file_name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    count: Mapped[int]
    total: Mapped[int] = mapped_column(Satang)
