"""Products and the codes on them."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Milli, Satang, Word
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import Unit
from otop_pos.domain.vat import VatClass
from otop_pos.domain.writable import LONGEST_TEXT


class ProductRow(Base):
    """Goods of one producer. `search` holds names, sku, codes and the producer's names, case-folded.

    Its index lets SQLite walk narrow texts in the order of the names instead of whole rows. PostgreSQL's
    could not hold the longest texts: there it stays empty.
    """

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("price >= 0", name="price"),
        CheckConstraint("stars BETWEEN 0 AND 5", name="stars"),
        CheckConstraint("shelf_life_days IS NULL OR shelf_life_days > 0", name="shelf_life"),
        Index("ix_product_search", "search", postgresql_where=text("false")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(String(20), unique=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), index=True)
    name_th: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    name_en: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    category: Mapped[Category] = mapped_column(Word(Category))
    unit: Mapped[Unit] = mapped_column(Word(Unit))
    vat_class: Mapped[VatClass] = mapped_column(Word(VatClass))
    price: Mapped[int] = mapped_column(Satang)
    shelf_life_days: Mapped[int | None]
    stars: Mapped[int]
    standard: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    restricted: Mapped[bool]
    active: Mapped[bool]
    search: Mapped[str] = mapped_column(Text)
    photo_id: Mapped[UUID | None] = mapped_column(ForeignKey("photo.id"))
    story_th: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    story_en: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    low_stock: Mapped[int | None] = mapped_column(Milli)
    topotop: Mapped[bool] = mapped_column(default=False, server_default=false())
    creative: Mapped[bool] = mapped_column(default=False, server_default=false())


class ProductCodeRow(Base):
    """A maker's own barcode. The same code may stand on goods of several producers."""

    __tablename__ = "product_code"

    code: Mapped[str] = mapped_column(String(LONGEST_TEXT), primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), primary_key=True, index=True)
