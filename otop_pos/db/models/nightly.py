"""Batches for head office."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import UtcTime


class NightlyBatchRow(Base):
    """One business day. Planned first: from then on nothing new gets this day's date, so that a batch
    written again after a kill is the same to the byte. Published once its manifest's hash is here."""

    __tablename__ = "nightly_batch"
    __table_args__ = (CheckConstraint("batch_no > 0", name="counts_up"),)

    batch_no: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    business_date: Mapped[date] = mapped_column(unique=True)
    closed_at: Mapped[datetime] = mapped_column(UtcTime)
    previous_sha256: Mapped[str | None] = mapped_column(String(64))
    manifest_sha256: Mapped[str | None] = mapped_column(String(64))
