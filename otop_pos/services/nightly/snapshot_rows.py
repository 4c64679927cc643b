"""Master data as of now: every row that the day's rows refer to."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from otop_pos.db.models import (
    AgreementRow,
    GrnRow,
    LotBalanceRow,
    LotMoveRow,
    LotRow,
    ProducerRow,
    ProductRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    TillRow,
    UserRow,
)
from otop_pos.domain.vat import VatClass, vat_rate
from otop_pos.services.nightly.day import Day
from otop_pos.sync.lot import LotSnapshot
from otop_pos.sync.operator import OperatorSnapshot
from otop_pos.sync.producer import ProducerSnapshot
from otop_pos.sync.product import ProductSnapshot
from otop_pos.sync.till import TillSnapshot
from otop_pos.sync.vat_code import VatCode


def products(day: Day) -> Iterator[ProductSnapshot]:
    rows = day.stream(
        select(ProductRow)
        .where(
            or_(
                ProductRow.id.in_(_sold(day, SaleLineRow.product_id)),
                ProductRow.id.in_(_lot_column(day, LotRow.product_id)),
            )
        )
        .order_by(day.by_code(ProductRow.sku))
    )
    for (row,) in rows:
        yield ProductSnapshot(
            sku=row.sku,
            name_th=row.name_th,
            name_en=row.name_en or None,
            category=row.category,
            unit=row.unit,
            vat_code=row.vat_class.value,
            price=row.price,
            stars=row.stars,
            standard=row.standard or None,
            restricted=row.restricted,
            active=row.active,
        )


def producers(day: Day) -> Iterator[ProducerSnapshot]:
    rows = day.stream(
        select(ProducerRow)
        .where(
            or_(
                ProducerRow.id.in_(_sold(day, SaleLineRow.producer_id)),
                ProducerRow.id.in_(_lot_column(day, LotRow.producer_id)),
            )
        )
        .order_by(day.by_code(ProducerRow.code))
    )
    for (row,) in rows:
        yield ProducerSnapshot(
            producer_id=row.code,
            name_th=row.name_th,
            name_en=row.name_en or None,
            kind=row.kind,
            place_code=row.place_code or None,
            tambon_th=row.tambon_th or None,
            amphoe_th=row.amphoe_th or None,
            province_th=row.province_th or None,
            vat_registered=row.vat_registered,
            otop_no=row.otop_no or None,
            stars=row.stars,
            active=row.active,
        )


def lots(day: Day) -> Iterator[LotSnapshot]:
    rows = day.stream(
        select(LotRow, ProducerRow.code, ProductRow.sku, AgreementRow.version, GrnRow.doc_no)
        .join(ProducerRow, ProducerRow.id == LotRow.producer_id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .join(AgreementRow, AgreementRow.id == LotRow.agreement_id)
        .join(GrnRow, GrnRow.id == LotRow.grn_id)
        .where(_is_named(day))
        .order_by(day.by_code(LotRow.code))
    )
    for lot, producer_code, sku, version, grn_no in rows:
        yield LotSnapshot(
            lot_code=lot.code,
            producer_id=producer_code,
            sku=sku,
            agreement_version=version,
            grn_no=grn_no,
            batch=lot.batch or None,
            made_on=lot.made_on,
            expires_on=lot.expires_on,
            received_on=lot.received_on,
            qty_received=lot.qty_received,
            price=lot.price,
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
    for (row,) in day.stream(select(UserRow).order_by(day.by_code(UserRow.code))):
        yield OperatorSnapshot(operator_id=row.code, name=row.name, role=row.role, active=row.active)


def tills(day: Day) -> Iterator[TillSnapshot]:
    for (row,) in day.stream(select(TillRow).order_by(day.by_code(TillRow.code))):
        yield TillSnapshot(
            till_id=row.code,
            shop_id=day.shop_code,
            epoch=row.epoch,
            name=row.name or None,
            machine_no=row.machine_no or None,
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
