"""Producers."""

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Word
from otop_pos.domain.producer import ProducerKind


class ProducerRow(Base):
    """`search` is what a clerk may type: code and names, case-folded. Place names stand beside the code,
    since districts are renamed and old papers must not change."""

    __tablename__ = "producer"
    __table_args__ = (CheckConstraint("stars BETWEEN 0 AND 5", name="stars"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    kind: Mapped[ProducerKind] = mapped_column(Word(ProducerKind))
    name_th: Mapped[str] = mapped_column(String(300))
    name_en: Mapped[str] = mapped_column(String(300))
    place_code: Mapped[str] = mapped_column(String(6))
    tambon_th: Mapped[str] = mapped_column(String(100))
    amphoe_th: Mapped[str] = mapped_column(String(100))
    province_th: Mapped[str] = mapped_column(String(100))
    tambon_en: Mapped[str] = mapped_column(String(100))
    amphoe_en: Mapped[str] = mapped_column(String(100))
    province_en: Mapped[str] = mapped_column(String(100))
    postcode: Mapped[str] = mapped_column(String(5))
    address: Mapped[str] = mapped_column(String(300))
    phone: Mapped[str] = mapped_column(String(40))
    line_id: Mapped[str] = mapped_column(String(60))
    tax_id: Mapped[str] = mapped_column(String(13))
    vat_registered: Mapped[bool]
    otop_no: Mapped[str] = mapped_column(String(40))
    stars: Mapped[int]
    active: Mapped[bool]
    search: Mapped[str] = mapped_column(Text)
