"""A whole day of the shop: what comes in by the back door is sold, counted, owed and reported to the satang."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from frictionless import validate

from otop_pos.db.database import Database
from otop_pos.domain.barcode import human_digits, is_lot_code
from otop_pos.domain.discount import Discount
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.scan import read_scan
from otop_pos.services.nightly import send_day
from otop_pos.services.receiving import post_delivery
from otop_pos.services.report import summarise_day
from otop_pos.services.stock import list_lots, list_moves
from otop_pos.services.till import close_till
from otop_pos.sync.check import check_package
from tests.books import broken, rows
from tests.factories import NOW, TODAY, small_shop

HOUR = timedelta(hours=1)
THAI_KEYS = str.maketrans("1234567890", "ๅ/-ภถุึคตจ")
"""What a scanner types while the Thai layout is on."""


def cells(folder: Path, file: str) -> list[dict[str, str]]:
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def satang(amount: str) -> int:
    return round(float(amount) * 100)


def test_from_the_back_door_to_the_files_for_head_office(database: Database, tmp_path: Path) -> None:
    shop = small_shop(database, stock=0)

    # The weaver brings ten cloths, of which one is torn, and eight metres of silk.
    delivery = Delivery(
        shop.weaver.id,
        (
            DeliveryLine(shop.cloth.id, 10_000, 9_000, 107_000, reject_reason="ผ้าขาด", batch="ล็อต 1"),
            DeliveryLine(shop.bag.id, 8_000, 8_000, 42_000),
        ),
    )
    grn = database.run(post_delivery, delivery, user=shop.manager, at=NOW)
    labels = [line.lot_code for line in grn.lines]
    assert all(is_lot_code(label) for label in labels)
    assert [line.due_per_unit for line in grn.lines] == [75_000, 29_439]

    # Three customers: by label with a promotion and change; by card, labels scanned through the Thai
    # layout; and one who types the digits under the bars.
    cloth, silk = labels
    basket = shop.basket((cloth, 2_000))
    basket = basket.with_line(0, replace(basket.lines[0], discount=Discount(1_000)))
    first = shop.sell(basket=basket, given=(Given(CASH, 200_000),), at=NOW + HOUR)
    assert (first.net, first.vat, first.change) == (192_600, 12_600, 7_400)
    scanned = read_scan(f"1.5*{silk.translate(THAI_KEYS)}")
    assert scanned.quantity_text == "1.5"
    second = shop.sell((scanned.code, 1_500), given=(Given("card", 63_000, "A-118"),), at=NOW + 2 * HOUR)
    third = shop.sell((read_scan(human_digits(cloth)).code, 1_000), at=NOW + 3 * HOUR)
    assert [sale.doc_no[-1] for sale in (first, second, third)] == ["1", "2", "3"]
    assert {code for sale in (first, second, third) for line in sale.lines for code in line.lot_codes} == set(labels)

    # The first one brings a cloth back, and it has a hole.
    refund = shop.refund(first, RefundLine(1, 1_000, is_damaged=True), at=NOW + 4 * HOUR)
    assert (refund.net, refund.vat) == (-96_300, -6_300)

    # The drawer is counted without a look at what should be in it.
    in_drawer = 122_000 + 192_600 + 107_000 - 96_300
    pieces = {100_000: 3, 10_000: 2, 2_000: 2, 1_000: 1, 100: 3}
    closed = database.run(close_till, "CM01", pieces, user=shop.user, at=NOW + 5 * HOUR)
    assert (closed.cash_expected, closed.cash_counted, closed.cash_difference) == (in_drawer, in_drawer, 0)

    # The summary, the shelf and what is owed agree with the papers.
    summary = database.run(summarise_day, TODAY)
    sales = (first, second, third)
    assert summary.gross == sum(sale.gross for sale in sales) == 384_000
    assert (summary.discounts, summary.refunds, summary.net) == (21_400, -96_300, 266_300)
    assert summary.vat == first.vat + second.vat + third.vat + refund.vat
    assert {each.method: each.amount for each in summary.tenders} == {CASH: 203_300, "card": 63_000}
    assert (summary.receipt_count, summary.refund_count, summary.awaiting_lot) == (3, 1, 0)
    assert all(proof.holds for proof in summary.proofs)
    dues = 150_000 + 44_159 + 75_000 - 75_000
    assert summary.due == dues
    assert rows(database, "SELECT SUM(amount) FROM payable") == [(dues,)]
    shelf = {lot.code: (lot.on_hand, lot.quarantine, lot.sold, lot.returned) for lot in database.run(list_lots)}
    assert shelf == {cloth: (6_000, 1_000, 3_000, 1_000), silk: (6_500, 0, 1_500, 0)}
    (lot,) = database.run(list_lots, cloth)
    story = [move.doc_no for move in database.run(list_moves, lot.id)]
    assert story == [grn.doc_no, first.doc_no, third.doc_no, refund.doc_no]
    assert broken(database) == []

    # At night the files say the same, to anybody.
    sent = send_day(database, tmp_path / "outbox")
    assert validate(str(sent.folder / "datapackage.json")).valid
    assert check_package(sent.folder, None) == ()
    documents, ledger = cells(sent.folder, "documents"), cells(sent.folder, "producer_ledger")
    assert {row["doc_no"]: satang(row["gross_printed"]) for row in documents} == {
        sale.doc_no: sale.net for sale in (*sales, refund)
    }
    assert sum(satang(row["amount"]) for row in ledger) == dues
    assert satang(ledger[-1]["balance_after"]) == dues
    (closing,) = cells(sent.folder, "closings")
    assert satang(closing["gross"]) == summary.net
    assert satang(closing["cash_expected"]) == in_drawer
    levels = {(row["lot_code"], row["bucket"]): row["closing"] for row in cells(sent.folder, "stock_levels")}
    assert levels == {(cloth, "quarantine"): "1.000", (cloth, "sellable"): "6.000", (silk, "sellable"): "6.500"}
    assert database.run(summarise_day, TODAY).is_sent
