"""The producers' ledger: what each source makes the shop owe, once."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Satang, UtcTime


class PayableRow(Base):
    """Append-only. The source (document, line, part) can make only one payable of a kind.

    What a producer is owed is added up in an index alone: the ledger grows for ever.
    """

    __tablename__ = "payable"
    __table_args__ = (
        UniqueConstraint("source_id", "source_line", "source_part", "kind"),
        CheckConstraint(
            "kind IN ('sale', 'refund', 'fee', 'adjust', 'loss_comp', 'wht', 'payout', 'payout_reversal')", name="kind"
        ),
        Index("ix_payable_balance", "producer_id", "business_date", "amount"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"))
    kind: Mapped[str] = mapped_column(String(20))
    amount: Mapped[int] = mapped_column(Satang)
    at: Mapped[datetime] = mapped_column(UtcTime)
    business_date: Mapped[date] = mapped_column(index=True)
    source_id: Mapped[UUID] = mapped_column(Uuid)
    source_line: Mapped[int]
    source_part: Mapped[int]
