"""Goods received notes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Milli, Satang, UtcTime
from otop_pos.domain.writable import LONGEST_TEXT


class GrnRow(Base):
    """`state` is draft, posted or reversed; `id` is the idempotency key of the delivery."""

    __tablename__ = "grn"
    __table_args__ = (CheckConstraint("state IN ('draft', 'posted', 'reversed')", name="state"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    doc_no: Mapped[str] = mapped_column(String(20), unique=True)
    state: Mapped[str] = mapped_column(String(10))
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    posted_at: Mapped[datetime] = mapped_column(UtcTime)
    business_date: Mapped[date]
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    reversed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    reversed_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    reverse_reason: Mapped[str] = mapped_column(String(LONGEST_TEXT), default="", server_default=text("''"))


class GrnLineRow(Base):
    __tablename__ = "grn_line"
    __table_args__ = (
        CheckConstraint("declared = accepted + rejected", name="adds_up"),
        CheckConstraint("accepted >= 0 AND rejected >= 0 AND price > 0", name="amounts"),
        CheckConstraint("rejected = 0 OR reject_reason <> ''", name="reason"),
    )

    grn_id: Mapped[UUID] = mapped_column(ForeignKey("grn.id"), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    declared: Mapped[int] = mapped_column(Milli)
    accepted: Mapped[int] = mapped_column(Milli)
    rejected: Mapped[int] = mapped_column(Milli)
    reject_reason: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    batch: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    made_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    price: Mapped[int] = mapped_column(Satang)
    due_per_unit: Mapped[int] = mapped_column(Satang)
    agreed_value: Mapped[int] = mapped_column(Satang)
    photo_id: Mapped[UUID | None] = mapped_column(ForeignKey("photo.id"))
