"""Papers that move stock without a sale, counts, and prices that changed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Milli, Satang, UtcTime, Word
from otop_pos.domain.count import CountState
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind
from otop_pos.domain.writable import LONGEST_TEXT


class StockNoteRow(Base):
    """Append-only; `id` is the idempotency key. One note is about the goods of one producer."""

    __tablename__ = "stock_note"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    doc_no: Mapped[str] = mapped_column(String(20), unique=True)
    kind: Mapped[NoteKind] = mapped_column(Word(NoteKind))
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    business_date: Mapped[date] = mapped_column(index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    approval_id: Mapped[UUID | None] = mapped_column(ForeignKey("approval.id"))
    reason: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    reverses: Mapped[UUID | None] = mapped_column(ForeignKey("stock_note.id"), unique=True)
    count_id: Mapped[UUID | None] = mapped_column(ForeignKey("count_session.id"))


class StockNoteLineRow(Base):
    """Append-only. `qty` is what left the bucket (a gain or a find is negative); `moved_to` where a transfer
    put it. `compensation` is what the line made the shop owe the producer."""

    __tablename__ = "stock_note_line"
    __table_args__ = (
        CheckConstraint("qty <> 0", name="moves_something"),
        CheckConstraint("(cause = 'transfer') = (moved_to IS NOT NULL)", name="transfer"),
    )

    note_id: Mapped[UUID] = mapped_column(ForeignKey("stock_note.id"), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"), index=True)
    bucket: Mapped[Bucket] = mapped_column(Word(Bucket))
    moved_to: Mapped[Bucket | None] = mapped_column(Word(Bucket))
    cause: Mapped[MoveKind] = mapped_column(Word(MoveKind))
    qty: Mapped[int] = mapped_column(Milli)
    price: Mapped[int] = mapped_column(Satang)
    agreed_value: Mapped[int] = mapped_column(Satang)
    compensation: Mapped[int] = mapped_column(Satang)
    found_of: Mapped[UUID | None] = mapped_column(ForeignKey("stock_note.id"))
    """The loss note whose pieces were found again."""


class LotPriceRow(Base):
    """Append-only: what a lot's label said, from when on. The first price is the delivery's own."""

    __tablename__ = "lot_price"
    __table_args__ = (CheckConstraint("price > 0", name="price"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"), index=True)
    price: Mapped[int] = mapped_column(Satang)
    before: Mapped[int] = mapped_column(Satang)
    at: Mapped[datetime] = mapped_column(UtcTime)
    business_date: Mapped[date]
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    reason: Mapped[str] = mapped_column(String(LONGEST_TEXT))


class LabelPrintRow(Base):
    """Append-only: how many labels of a lot were printed, at which price; the first come from the delivery."""

    __tablename__ = "label_print"
    __table_args__ = (CheckConstraint("count > 0", name="count"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"), index=True)
    count: Mapped[int]
    price: Mapped[int] = mapped_column(Satang)
    at: Mapped[datetime] = mapped_column(UtcTime)
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    reason: Mapped[str] = mapped_column(String(LONGEST_TEXT))


class CountSessionRow(Base):
    """A count going on while the shop sells. `producer_id` None: the whole shelf."""

    __tablename__ = "count_session"
    __table_args__ = (Index("ix_count_session_state", "state"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    doc_no: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    producer_id: Mapped[int | None] = mapped_column(ForeignKey("producer.id"))
    state: Mapped[CountState] = mapped_column(Word(CountState))
    started_at: Mapped[datetime] = mapped_column(UtcTime)
    started_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime)
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    remark: Mapped[str] = mapped_column(Text, default="")


class CountLineRow(Base):
    """A lot in a count: what lay there when the count began, what was counted, and what moved until then."""

    __tablename__ = "count_line"
    __table_args__ = (CheckConstraint("counted IS NULL OR counted >= 0", name="counted"),)

    count_id: Mapped[UUID] = mapped_column(ForeignKey("count_session.id"), primary_key=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"), primary_key=True)
    bucket: Mapped[Bucket] = mapped_column(Word(Bucket), primary_key=True)
    expected: Mapped[int] = mapped_column(Milli)
    counted: Mapped[int | None] = mapped_column(Milli)
    moved: Mapped[int] = mapped_column(Milli, default=0)
    counted_at: Mapped[datetime | None] = mapped_column(UtcTime)
    counted_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
