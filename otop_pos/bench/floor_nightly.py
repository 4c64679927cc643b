"""The floor of a nightly package: the same rows read with the driver alone and written with csv.writer."""

import csv
import os
from pathlib import Path
from typing import Any

SELECTS = """
closings SELECT till_code, z_no, epoch, business_date, opened_at, closed_at, code, cash_expected, cash_counted
FROM till_session JOIN shop_user ON shop_user.id = closed_by WHERE business_date = :day;

documents SELECT sale.id, sale.till_code, z_no, sale.epoch, doc_no, doc_type, at, sale.business_date, code, net,
ref_sale_id, reason FROM sale JOIN till_session ON till_session.id = till_session_id
JOIN shop_user ON shop_user.id = user_id WHERE sale.business_date = :day ORDER BY sale.id;

document_lines SELECT sale_id, line_no, sku, qty, unit_price, line_discount, sale_line.net, sale_line.vat_class,
sale_line.vat, is_price_override, ref_line_no FROM sale_line JOIN sale ON sale.id = sale_id
JOIN product ON product.id = product_id WHERE sale.business_date = :day ORDER BY sale_id, line_no;

line_allocations SELECT sale_id, line_no, alloc_no, lot.code, producer.code, version, qty, sale_alloc.gross,
disc_centre, disc_producer, sale_alloc.net, vat_centre, sale_alloc.rate_basis_points, commission, fee, due, ref_alloc_no
FROM sale_alloc JOIN sale ON sale.id = sale_id JOIN lot ON lot.id = lot_id
JOIN producer ON producer.id = sale_alloc.producer_id JOIN agreement ON agreement.id = sale_alloc.agreement_id
WHERE sale.business_date = :day ORDER BY sale_id, line_no, alloc_no;

payments SELECT sale_id, pay_no, method, amount, tendered, sale.rounding, reference
FROM payment JOIN sale ON sale.id = sale_id WHERE sale.business_date = :day ORDER BY sale_id, pay_no;

stock_movements SELECT lot_move.id, lot.code, bucket, kind, qty, at, business_date, shop_user.code, document_id
FROM lot_move JOIN lot ON lot.id = lot_id JOIN shop_user ON shop_user.id = user_id
WHERE business_date = :day ORDER BY lot_move.id;

stock_levels SELECT code, bucket, lot_balance.qty, moved.qty FROM lot JOIN lot_balance ON lot_balance.lot_id = lot.id
LEFT JOIN (SELECT lot_id, SUM(qty) AS qty FROM lot_move INDEXED BY ix_lot_move_business_date WHERE business_date >= :day
GROUP BY lot_id) AS moved ON moved.lot_id = lot.id ORDER BY code;

producer_ledger SELECT payable.id, code, payable.kind, amount, doc_no, payable.at FROM payable
JOIN producer ON producer.id = producer_id LEFT JOIN sale ON sale.id = source_id
WHERE payable.business_date = :day ORDER BY payable.id;

balances SELECT producer_id, SUM(amount) FROM payable WHERE business_date < :day GROUP BY producer_id;

products SELECT sku, name_th, name_en, category, unit, vat_class, price, stars, standard, restricted, active
FROM product WHERE id IN (SELECT product_id FROM lot JOIN lot_balance ON lot_id = lot.id WHERE qty > 0) ORDER BY sku;

producers SELECT code, name_th, name_en, kind, place_code, tambon_th, amphoe_th, province_th, vat_registered, otop_no,
stars, active FROM producer ORDER BY code;

lots SELECT lot.code, producer.code, sku, version, doc_no, batch, made_on, expires_on, received_on, qty_received,
lot.price FROM lot JOIN producer ON producer.id = lot.producer_id JOIN product ON product.id = lot.product_id
JOIN agreement ON agreement.id = lot.agreement_id JOIN grn ON grn.id = grn_id
WHERE lot.id IN (SELECT lot_id FROM lot_balance WHERE qty > 0) ORDER BY lot.code;

operators SELECT code, name, role, active FROM shop_user ORDER BY code;

tills SELECT code, epoch, name, machine_no FROM till ORDER BY code
"""
"""A file's name and the columns that ours has too."""


def write_bare(driver: Any, day: str, folder: Path) -> None:
    """Whatever the columns hold, unchecked and unhashed, but on the disk when it returns."""
    for each in SELECTS.split(";"):
        name, statement = each.split(maxsplit=1)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as text:
            csv.writer(text).writerows(driver.execute(statement, {"day": day}))
            text.flush()
            os.fsync(text.fileno())
