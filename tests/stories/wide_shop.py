"""A shop of many products, each with a label of its own, trading today."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from otop_pos.db.database import Database
from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.shop import Till
from otop_pos.domain.thai_date import local_date
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.shop import add_till, keep_shop
from otop_pos.services.till import open_till
from otop_pos.services.user import add_user
from tests.factories import FLOAT, SHOP, agreement

PRODUCTS = 60
PLENTY = 1_000_000


def wide_shop(database: Database) -> list[str]:
    """Two codes for every product: of its lot's label (EAN-13) and its own (P000001)."""
    run, now = database.run, datetime.now(UTC)
    on = local_date(now) - timedelta(days=30)
    run(keep_shop, SHOP, valid_from=on)
    run(add_till, Till("CM01", "เครื่องหน้าร้าน", "E0105012345678"))
    user = run(add_user, "PIM", "พิมพ์ใจ ก.", "cashier")
    weaver = run(add_producer, Producer("CM-0001", "กลุ่มทอผ้าบ้านตาล"))
    run(add_agreement, replace(agreement(weaver.id, TaxMode.FULL_PRICE), valid_from=on))
    products = [
        run(
            add_product,
            Product(
                f"P{number:06}",
                f"ผ้าฝ้ายลายที่ {number}",
                f"Cotton {number}",
                Category.CLOTH,
                price=10_000 + 100 * number,
                producer_id=weaver.id,
            ),
        )
        for number in range(1, PRODUCTS + 1)
    ]
    lines = tuple(DeliveryLine(product.id, PLENTY, PLENTY, product.price) for product in products)
    grn = run(post_delivery, Delivery(weaver.id, lines), user=run(add_user, "SIRI", "ศิริพร จ.", "manager"), at=now)
    run(open_till, "CM01", FLOAT, user=user, at=now)
    return [code for product, line in zip(products, grn.lines, strict=True) for code in (product.sku, line.lot_code)]
