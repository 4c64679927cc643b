"""What belongs to a producer: members of a group, bank accounts, standards and their expiry."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import UtcTime, Word
from otop_pos.domain.standard import StandardKind
from otop_pos.domain.writable import LONGEST_TEXT


class ProducerMemberRow(Base):
    """A member of a group with the share of each payment; the shares of a group sum to 10000."""

    __tablename__ = "producer_member"
    __table_args__ = (CheckConstraint("share_bp > 0 AND share_bp <= 10000", name="share"),)

    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), primary_key=True)
    member_no: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    phone: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    share_bp: Mapped[int]


class ProducerBankRow(Base):
    """An account money goes to, once a second person has compared it with the passbook."""

    __tablename__ = "producer_bank"
    __table_args__ = (CheckConstraint("approved_by IS NULL OR approved_by <> entered_by", name="second_person"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), index=True)
    bank: Mapped[str] = mapped_column(String(10))
    account: Mapped[str] = mapped_column(String(20))
    account_name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    promptpay: Mapped[str] = mapped_column(String(20))
    entered_by: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    entered_at: Mapped[datetime] = mapped_column(UtcTime)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime)


class StandardRow(Base):
    """A registration or certificate of a producer, or of one product of it."""

    __tablename__ = "standard"

    id: Mapped[int] = mapped_column(primary_key=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), index=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True)
    kind: Mapped[StandardKind] = mapped_column(Word(StandardKind))
    number: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    expires_on: Mapped[date | None] = mapped_column(index=True)
