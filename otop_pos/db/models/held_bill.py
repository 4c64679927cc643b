"""Bills put aside until the customer comes back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Satang, UtcTime
from otop_pos.domain.writable import LONGEST_TEXT


class HeldBillRow(Base):
    """`id` is the basket's key, `content` the basket as JSON. Held until one till takes it up."""

    __tablename__ = "held_bill"
    __table_args__ = (CheckConstraint("state IN ('held', 'taken')", name="state"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    state: Mapped[str] = mapped_column(String(10), index=True)
    till_code: Mapped[str] = mapped_column(ForeignKey("till.code"))
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    total: Mapped[int] = mapped_column(Satang)
    line_count: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
