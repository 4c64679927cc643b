"""Lots, their movements, and the balance that follows from them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Milli, Satang, UtcTime, Word
from otop_pos.domain.agreement import RateBase, RateMethod
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.writable import LONGEST_TEXT


class LotRow(Base):
    """One line of one delivery. A rate of its own goes before the agreement's."""

    __tablename__ = "lot"
    __table_args__ = (
        UniqueConstraint("grn_id", "grn_line_no"),
        CheckConstraint("qty_received > 0 AND price > 0 AND agreed_value >= 0", name="amounts"),
        Index("ix_lot_product_producer", "product_id", "producer_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(13), unique=True)
    grn_id: Mapped[UUID] = mapped_column(ForeignKey("grn.id"))
    grn_line_no: Mapped[int]
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), index=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    batch: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    made_on: Mapped[date | None]
    expires_on: Mapped[date | None] = mapped_column(index=True)
    received_on: Mapped[date]
    qty_received: Mapped[int] = mapped_column(Milli)
    price: Mapped[int] = mapped_column(Satang)
    agreed_value: Mapped[int] = mapped_column(Satang)
    rate_method: Mapped[RateMethod | None] = mapped_column(Word(RateMethod))
    rate_basis_points: Mapped[int | None]
    rate_amount: Mapped[int | None] = mapped_column(Satang)
    rate_base: Mapped[RateBase | None] = mapped_column(Word(RateBase))
    photo_id: Mapped[UUID | None] = mapped_column(ForeignKey("photo.id"))


class LotMoveRow(Base):
    """Append-only. `document_id` and `line_no` name the line of the paper behind it."""

    __tablename__ = "lot_move"
    __table_args__ = (CheckConstraint("qty <> 0", name="moves_something"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"), index=True)
    bucket: Mapped[Bucket] = mapped_column(Word(Bucket))
    kind: Mapped[MoveKind] = mapped_column(Word(MoveKind))
    qty: Mapped[int] = mapped_column(Milli)
    at: Mapped[datetime] = mapped_column(UtcTime)
    business_date: Mapped[date] = mapped_column(index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    document_id: Mapped[UUID] = mapped_column(Uuid)
    line_no: Mapped[int]
    reverses: Mapped[UUID | None] = mapped_column(Uuid)


class LotBalanceRow(Base):
    """A cache of Σ moves that can be rebuilt; its check is what keeps stock from going below zero."""

    __tablename__ = "lot_balance"
    __table_args__ = (CheckConstraint("qty >= 0", name="not_negative"),)

    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"), primary_key=True)
    bucket: Mapped[Bucket] = mapped_column(Word(Bucket), primary_key=True)
    qty: Mapped[int] = mapped_column(Milli)
