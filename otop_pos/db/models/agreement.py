"""Signed consignment terms, a row per version."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Satang, Word
from otop_pos.domain.agreement import Bearer, EndAction, PayoutCycle, RateBase, RateMethod, TaxMode
from otop_pos.domain.product import Category


class AgreementRow(Base):
    __tablename__ = "agreement"
    __table_args__ = (
        UniqueConstraint("producer_id", "version"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="days"),
        CheckConstraint("term_days > 0 AND grace_days >= 0 AND hold_days >= 0 AND min_payout >= 0", name="terms"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"))
    version: Mapped[int]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    term_days: Mapped[int]
    grace_days: Mapped[int]
    end_action: Mapped[EndAction] = mapped_column(Word(EndAction))
    hold_days: Mapped[int]
    cycle: Mapped[PayoutCycle] = mapped_column(Word(PayoutCycle))
    min_payout: Mapped[int] = mapped_column(Satang)
    loss_policy: Mapped[Bearer] = mapped_column(Word(Bearer))
    discount_policy: Mapped[Bearer] = mapped_column(Word(Bearer))
    tax_mode: Mapped[TaxMode] = mapped_column(Word(TaxMode))
    wht_rule: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(String(20), default="", server_default=text("''"))


class AgreementRateRow(Base):
    """Neither category nor product: the default rate."""

    __tablename__ = "agreement_rate"
    __table_args__ = (
        CheckConstraint("basis_points BETWEEN 0 AND 10000 AND amount >= 0", name="rate"),
        CheckConstraint("category IS NULL OR product_id IS NULL", name="one_reach"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    category: Mapped[Category | None] = mapped_column(Word(Category))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    method: Mapped[RateMethod] = mapped_column(Word(RateMethod))
    basis_points: Mapped[int]
    amount: Mapped[int] = mapped_column(Satang)
    base: Mapped[RateBase] = mapped_column(Word(RateBase))
