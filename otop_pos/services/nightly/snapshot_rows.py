"""Master data as of now: every row that the day's rows refer to."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Select, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from otop_pos.db.models import (
    AgreementRow,
    GrnLineRow,
    GrnRow,
    LotBalanceRow,
    LotMoveRow,
    LotPriceRow,
    LotRow,
    PayableRow,
    ProducerRow,
    ProductRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    TillRow,
    UserRow,
)
from otop_pos.domain.vat import VatClass, vat_rate
from otop_pos.services.nightly.day import Day, word
from otop_pos.sync.lot import LotSnapshot
from otop_pos.sync.operator import OperatorSnapshot
from otop_pos.sync.producer import ProducerSnapshot
from otop_pos.sync.product import ProductSnapshot
from otop_pos.sync.till import TillSnapshot
from otop_pos.sync.vat_code import VatCode


def products(day: Day) -> Iterator[ProductSnapshot]:
    return day.rows(
        ProductSnapshot,
        select(
            ProductRow.sku,
            ProductRow.name_th,
            ProductRow.name_en,
            word(ProductRow.category).label("category"),
            word(ProductRow.unit).label("unit"),
            word(ProductRow.vat_class).label("vat_code"),
            ProductRow.price,
            ProductRow.stars,
            ProductRow.standard,
            ProductRow.restricted,
            ProductRow.active,
        )
        .where(
            or_(
                ProductRow.id.in_(_sold(day, SaleLineRow.product_id)),
                ProductRow.id.in_(_lot_column(day, LotRow.product_id)),
            )
        )
        .order_by(day.by_code(ProductRow.sku)),
    )


def producers(day: Day) -> Iterator[ProducerSnapshot]:
    return day.rows(
        ProducerSnapshot,
        select(
            ProducerRow.code.label("producer_id"),
            ProducerRow.name_th,
            ProducerRow.name_en,
            word(ProducerRow.kind).label("kind"),
            ProducerRow.place_code,
            ProducerRow.tambon_th,
            ProducerRow.amphoe_th,
            ProducerRow.province_th,
            ProducerRow.vat_registered,
            ProducerRow.otop_no,
            ProducerRow.stars,
            ProducerRow.active,
        )
        .where(
            or_(
                ProducerRow.id.in_(_sold(day, SaleLineRow.producer_id)),
                ProducerRow.id.in_(_lot_column(day, LotRow.producer_id)),
                ProducerRow.id.in_(_in_ledger(day)),
            )
        )
        .order_by(day.by_code(ProducerRow.code)),
    )


def lots(day: Day) -> Iterator[LotSnapshot]:
    return day.rows(
        LotSnapshot,
        select(
            LotRow.code.label("lot_code"),
            ProducerRow.code.label("producer_id"),
            ProductRow.sku,
            AgreementRow.version.label("agreement_version"),
            GrnRow.doc_no.label("grn_no"),
            LotRow.batch,
            LotRow.made_on,
            LotRow.expires_on,
            LotRow.received_on,
            LotRow.qty_received,
            func.coalesce(_price_by(day), GrnLineRow.price).label("price"),
        )
        .join(ProducerRow, ProducerRow.id == LotRow.producer_id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .join(AgreementRow, AgreementRow.id == LotRow.agreement_id)
        .join(GrnRow, GrnRow.id == LotRow.grn_id)
        .join(GrnLineRow, (GrnLineRow.grn_id == LotRow.grn_id) & (GrnLineRow.line_no == LotRow.grn_line_no))
        .where(_is_named(day))
        .order_by(day.by_code(LotRow.code)),
    )


def vat_codes(day: Day) -> Iterator[VatCode]:
    names = {
        VatClass.V7: "VAT",
        VatClass.EX81: "Exempt, Revenue Code s.81",
        VatClass.Z0: "Zero-rated export",
        VatClass.NONVAT: "Outside VAT",
    }
    for code in sorted(VatClass, key=lambda each: each.value):
        yield VatCode(vat_code=code.value, name=names[code], rate=vat_rate(code, day.business_date))


def operators(day: Day) -> Iterator[OperatorSnapshot]:
    return day.rows(
        OperatorSnapshot,
        select(UserRow.code.label("operator_id"), UserRow.name, UserRow.role, UserRow.active).order_by(
            day.by_code(UserRow.code)
        ),
    )


def tills(day: Day) -> Iterator[TillSnapshot]:
    return day.rows(
        TillSnapshot,
        select(
            TillRow.code.label("till_id"),
            literal(day.shop_code).label("shop_id"),
            TillRow.epoch,
            TillRow.name,
            TillRow.machine_no,
        ).order_by(day.by_code(TillRow.code)),
    )


def _price_by(day: Day) -> ColumnElement[int]:
    """What a lot's labels said at the end of the day, if that changed since its delivery."""
    return (
        select(LotPriceRow.price)
        .where(LotPriceRow.lot_id == LotRow.id, LotPriceRow.business_date <= day.business_date)
        .order_by(LotPriceRow.id.desc())
        .limit(1)
        .correlate(LotRow)
        .scalar_subquery()
    )


def _is_named(day: Day) -> ColumnElement[bool]:
    """Lots that stand somewhere, moved on the day or later, or were sold from on the day."""
    return or_(
        LotRow.id.in_(select(LotBalanceRow.lot_id).where(LotBalanceRow.qty > 0)),
        LotRow.id.in_(select(LotMoveRow.lot_id).where(LotMoveRow.business_date > day.after)),
        LotRow.id.in_(
            select(SaleAllocRow.lot_id).join(SaleRow, SaleRow.id == SaleAllocRow.sale_id).where(day.is_sold_today)
        ),
    )


def _sold(day: Day, column: InstrumentedAttribute[int]) -> Select[int]:
    return select(column).join(SaleRow, SaleRow.id == SaleLineRow.sale_id).where(day.is_sold_today)


def _lot_column(day: Day, column: InstrumentedAttribute[int]) -> Select[int]:
    return select(column).where(_is_named(day))


def _in_ledger(day: Day) -> Select[int]:
    """Producers with an entry of the day: one may be paid when nothing of it is left in the shop."""
    return select(PayableRow.producer_id).where(
        PayableRow.business_date > day.after, PayableRow.business_date <= day.business_date
    )
