"""Till days and their drawer counts."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Satang, UtcTime


class TillSessionRow(Base):
    """From the float to the Z. The business date is the session's, never midnight's."""

    __tablename__ = "till_session"
    __table_args__ = (
        UniqueConstraint("till_code", "z_no"),
        CheckConstraint("(closed_at IS NULL) = (cash_counted IS NULL)", name="closed_is_counted"),
        Index(
            "uq_till_session_one_open",
            "till_code",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    till_code: Mapped[str] = mapped_column(ForeignKey("till.code"))
    epoch: Mapped[int]
    z_no: Mapped[int]
    business_date: Mapped[date] = mapped_column(index=True)
    opened_at: Mapped[datetime] = mapped_column(UtcTime)
    opened_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    float_amount: Mapped[int] = mapped_column(Satang)
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    cash_expected: Mapped[int | None] = mapped_column(Satang)
    cash_counted: Mapped[int | None] = mapped_column(Satang)


class TillCountRow(Base):
    """Pieces of one note or coin counted when opening or closing."""

    __tablename__ = "till_count"
    __table_args__ = (
        CheckConstraint("moment IN ('open', 'close')", name="moment"),
        CheckConstraint("pieces > 0", name="pieces"),
    )

    session_id: Mapped[int] = mapped_column(ForeignKey("till_session.id"), primary_key=True)
    moment: Mapped[str] = mapped_column(String(5), primary_key=True)
    denomination: Mapped[int] = mapped_column(Satang, primary_key=True)
    pieces: Mapped[int]
