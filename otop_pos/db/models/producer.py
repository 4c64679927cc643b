"""Producers."""

from sqlalchemy import CheckConstraint, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Word
from otop_pos.domain.producer import ProducerKind
from otop_pos.domain.writable import LONGEST_TEXT


class ProducerRow(Base):
    """`search` is what a clerk may type: code and names, case-folded. Place names stand beside the code,
    since districts are renamed and old papers must not change."""

    __tablename__ = "producer"
    __table_args__ = (CheckConstraint("stars BETWEEN 0 AND 5", name="stars"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    kind: Mapped[ProducerKind] = mapped_column(Word(ProducerKind))
    name_th: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    name_en: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    place_code: Mapped[str] = mapped_column(String(6))
    tambon_th: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    amphoe_th: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    province_th: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    tambon_en: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    amphoe_en: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    province_en: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    postcode: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    address: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    phone: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    line_id: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    tax_id: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    vat_registered: Mapped[bool]
    otop_no: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    stars: Mapped[int]
    active: Mapped[bool]
    search: Mapped[str] = mapped_column(Text)
    story_th: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    story_en: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
