"""All reports there are: a new one is a function and an entry here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy.orm import Session

from otop_pos.domain.listing import Listing, Words
from otop_pos.domain.period import Period
from otop_pos.services.report import (
    ageing,
    featured,
    growth,
    payable_ageing,
    places,
    refund_reasons,
    sell_through,
    top_producers,
    turnover,
    vat_sales,
)

Build = Callable[[Session, Period, date], Listing]
Group = Literal["sales", "stock", "producer", "tax"]

GROUPS: dict[Group, Words] = {
    "sales": Words("การขาย", "Sales"),
    "producer": Words("ผู้ผลิตและท้องถิ่น", "Producers and places"),
    "stock": Words("สินค้าในร้าน", "Goods in the shop"),
    "tax": Words("ภาษี", "Tax"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """`build(session, period, on)`: of the period, or (`is_of_day`) as it stands at its last day."""

    title: Words
    group: Group
    build: Build
    is_of_day: bool = False


REPORTS: dict[str, Report] = {
    "top_sales": Report(Words("ผู้ผลิตขายดี", "Top producers by sales"), "sales", top_producers.top_by_sales),
    "top_commission": Report(
        Words("ค่าฝากขายตามผู้ผลิต", "Top producers by commission"), "sales", top_producers.top_by_commission
    ),
    "featured": Report(Words("TOPOTOP และสินค้าสร้างสรรค์", "TOPOTOP and creative goods"), "sales", featured.featured),
    "refund_reasons": Report(Words("เหตุผลที่ลูกค้าคืนสินค้า", "Why goods came back"), "sales", refund_reasons.refund_reasons),
    "growth": Report(Words("การเติบโตของผู้ผลิต", "Growth of producers"), "producer", growth.growth),
    "payable_ageing": Report(
        Words("อายุยอดค้างจ่าย", "Ageing of what is owed"), "producer", payable_ageing.payable_ageing, is_of_day=True
    ),
    "by_tambon": Report(Words("ยอดขายตามตำบล", "Sales by sub-district"), "producer", places.by_tambon),
    "by_amphoe": Report(Words("ยอดขายตามอำเภอ", "Sales by district"), "producer", places.by_amphoe),
    "by_province": Report(Words("ยอดขายตามจังหวัด", "Sales by province"), "producer", places.by_province),
    "sell_through_producer": Report(
        Words("อัตราขายได้ ตามผู้ผลิต", "Sell-through by producer"), "stock", sell_through.sell_through_by_producer
    ),
    "sell_through_product": Report(
        Words("อัตราขายได้ ตามสินค้า", "Sell-through by product"), "stock", sell_through.sell_through_by_product
    ),
    "sell_through_lot": Report(
        Words("อัตราขายได้ ตามล็อต", "Sell-through by lot"), "stock", sell_through.sell_through_by_lot
    ),
    "stock_ageing": Report(Words("อายุสินค้าคงเหลือ", "Ageing of stock"), "stock", ageing.stock_ageing, is_of_day=True),
    "dead_stock": Report(Words("สินค้าไม่เคลื่อนไหว", "Dead stock"), "stock", ageing.dead_stock, is_of_day=True),
    "turnover": Report(Words("ยอดขายเทียบเกณฑ์ VAT", "Turnover and VAT limit"), "tax", turnover.turnover),
    "vat_sales": Report(Words("รายงานภาษีขาย", "VAT sales report"), "tax", vat_sales.vat_sales),
}
"""Key → report, in the order in which they are offered."""
