"""Sales and refunds: document, lines, tax, the lots behind the lines, payments. All append-only."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    Uuid,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import Milli, Satang, UtcTime, Word
from otop_pos.domain.agreement import RateBase, RateMethod, TaxMode
from otop_pos.domain.customer import CustomerKind
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import DocumentType
from otop_pos.domain.vat import VatClass
from otop_pos.domain.writable import LONGEST_TEXT


class SaleRow(Base):
    """A document. `id` is the basket's idempotency key. A refund's amounts are negative.

    A void is the refund of a whole bill on its own day. The two documents of an exchange share an
    `exchange_id`.
    """

    __tablename__ = "sale"
    __table_args__ = (
        UniqueConstraint("till_code", "epoch", "doc_type", "year", "number"),
        CheckConstraint("net = gross - discount", name="net"),
        CheckConstraint("(doc_type = 'REFUND') = (ref_sale_id IS NOT NULL)", name="refund_refers"),
        CheckConstraint("(doc_type = 'SALE' AND gross >= 0) OR (doc_type = 'REFUND' AND gross <= 0)", name="sign"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    doc_type: Mapped[DocumentType] = mapped_column(Word(DocumentType))
    doc_no: Mapped[str] = mapped_column(String(20), unique=True)
    till_code: Mapped[str] = mapped_column(ForeignKey("till.code"))
    epoch: Mapped[int]
    year: Mapped[int]
    number: Mapped[int]
    till_session_id: Mapped[int] = mapped_column(ForeignKey("till_session.id"), index=True)
    business_date: Mapped[date] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    local_hour: Mapped[int]
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    gross: Mapped[int] = mapped_column(Satang)
    discount: Mapped[int] = mapped_column(Satang)
    net: Mapped[int] = mapped_column(Satang)
    vat: Mapped[int] = mapped_column(Satang)
    rounding: Mapped[int] = mapped_column(Satang)
    ref_sale_id: Mapped[UUID | None] = mapped_column(ForeignKey("sale.id"), index=True)
    reason: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    request_hash: Mapped[str] = mapped_column(String(64))
    is_void: Mapped[bool] = mapped_column(default=False, server_default=false())
    exchange_id: Mapped[UUID | None]


class SaleLineRow(Base):
    """A line with its names as printed: renaming a product changes no posted paper."""

    __tablename__ = "sale_line"
    __table_args__ = (
        CheckConstraint("net = gross - line_discount - bill_discount", name="net"),
        CheckConstraint("qty <> 0", name="qty"),
        Index("ix_sale_line_ref_sale_id", "ref_sale_id", "ref_line_no"),
    )

    sale_id: Mapped[UUID] = mapped_column(ForeignKey("sale.id"), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"))
    name_th: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    name_en: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    category: Mapped[Category] = mapped_column(Word(Category))
    unit: Mapped[Unit] = mapped_column(Word(Unit))
    qty: Mapped[int] = mapped_column(Milli)
    unit_price: Mapped[int] = mapped_column(Satang)
    is_price_override: Mapped[bool]
    gross: Mapped[int] = mapped_column(Satang)
    line_discount: Mapped[int] = mapped_column(Satang)
    bill_discount: Mapped[int] = mapped_column(Satang)
    net: Mapped[int] = mapped_column(Satang)
    vat_class: Mapped[VatClass] = mapped_column(Word(VatClass))
    vat_bp: Mapped[int]
    vat: Mapped[int] = mapped_column(Satang)
    ref_sale_id: Mapped[UUID | None] = mapped_column(Uuid)
    ref_line_no: Mapped[int | None]


class SaleVatRow(Base):
    """The tax of one class, taken out once per document."""

    __tablename__ = "sale_vat"

    sale_id: Mapped[UUID] = mapped_column(ForeignKey("sale.id"), primary_key=True)
    vat_class: Mapped[VatClass] = mapped_column(Word(VatClass), primary_key=True)
    rate_bp: Mapped[int] = mapped_column(primary_key=True)
    gross: Mapped[int] = mapped_column(Satang)
    vat: Mapped[int] = mapped_column(Satang)


class SaleAllocRow(Base):
    """What a line took from a lot, and how its money divides; the database itself holds the identity."""

    __tablename__ = "sale_alloc"
    __table_args__ = (
        ForeignKeyConstraint(["sale_id", "line_no"], ["sale_line.sale_id", "sale_line.line_no"]),
        CheckConstraint("net = gross - disc_centre - disc_producer", name="net"),
        CheckConstraint("net = due + commission + fee + vat_centre", name="divides"),
        CheckConstraint("qty <> 0", name="qty"),
        Index("ix_sale_alloc_ref", "ref_sale_id", "ref_line_no", "ref_alloc_no"),
    )

    sale_id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    alloc_no: Mapped[int] = mapped_column(primary_key=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"), index=True)
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    qty: Mapped[int] = mapped_column(Milli)
    gross: Mapped[int] = mapped_column(Satang)
    disc_centre: Mapped[int] = mapped_column(Satang)
    disc_producer: Mapped[int] = mapped_column(Satang)
    net: Mapped[int] = mapped_column(Satang)
    vat_centre: Mapped[int] = mapped_column(Satang)
    rate_method: Mapped[RateMethod] = mapped_column(Word(RateMethod))
    rate_basis_points: Mapped[int]
    rate_amount: Mapped[int] = mapped_column(Satang)
    rate_base: Mapped[RateBase] = mapped_column(Word(RateBase))
    commission: Mapped[int] = mapped_column(Satang)
    fee: Mapped[int] = mapped_column(Satang)
    due: Mapped[int] = mapped_column(Satang)
    tax_mode: Mapped[TaxMode] = mapped_column(Word(TaxMode))
    ref_sale_id: Mapped[UUID | None] = mapped_column(Uuid)
    ref_line_no: Mapped[int | None]
    ref_alloc_no: Mapped[int | None]
    note_id: Mapped[UUID | None] = mapped_column(ForeignKey("stock_note.id"))
    """The note by which goods sold without a lot found theirs; it dates the row, not the sale."""


class StockExceptionRow(Base):
    """Sold though the books held no piece of it: owed to nobody until somebody finds the lot."""

    __tablename__ = "stock_exception"
    __table_args__ = (
        ForeignKeyConstraint(["sale_id", "line_no"], ["sale_line.sale_id", "sale_line.line_no"]),
        CheckConstraint("net = gross - discount", name="net"),
    )

    sale_id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    producer_id: Mapped[int] = mapped_column(ForeignKey("producer.id"))
    qty: Mapped[int] = mapped_column(Milli)
    gross: Mapped[int] = mapped_column(Satang)
    discount: Mapped[int] = mapped_column(Satang)
    net: Mapped[int] = mapped_column(Satang)
    vat: Mapped[int] = mapped_column(Satang)
    business_date: Mapped[date] = mapped_column(index=True)
    resolved_at: Mapped[datetime | None] = mapped_column(UtcTime)


class PaymentRow(Base):
    """A tender. `amount` settles the document, `tendered − amount` was given back as change."""

    __tablename__ = "payment"
    __table_args__ = (CheckConstraint("amount <= tendered", name="change"),)

    sale_id: Mapped[UUID] = mapped_column(ForeignKey("sale.id"), primary_key=True)
    pay_no: Mapped[int] = mapped_column(primary_key=True)
    method: Mapped[str] = mapped_column(String(20))
    amount: Mapped[int] = mapped_column(Satang)
    tendered: Mapped[int] = mapped_column(Satang)
    reference: Mapped[str] = mapped_column(String(LONGEST_TEXT))


class SaleCustomerRow(Base):
    """Who bought, as the paper says it."""

    __tablename__ = "sale_customer"

    sale_id: Mapped[UUID] = mapped_column(ForeignKey("sale.id"), primary_key=True)
    kind: Mapped[CustomerKind] = mapped_column(Word(CustomerKind))
    name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    address: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    tax_id: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    branch_no: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    passport_no: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    country: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    phone: Mapped[str] = mapped_column(String(LONGEST_TEXT))


class UsedReferenceRow(Base):
    """A bank slip or voucher that has paid: its key keeps it from paying again."""

    __tablename__ = "used_reference"

    method: Mapped[str] = mapped_column(String(20), primary_key=True)
    reference: Mapped[str] = mapped_column(String(LONGEST_TEXT), primary_key=True)
    sale_id: Mapped[UUID] = mapped_column(ForeignKey("sale.id"), index=True)
