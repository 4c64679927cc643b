"""The nightly files: oldest day first, whole or not at all, and the same bytes however often they were cut off."""

import csv
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import DayStillOpen, FolderUnwritable, NothingToSend, Refusal
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.product import Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import RefundLine
from otop_pos.services.nightly import list_batches, send_day, sending
from otop_pos.services.nightly.sending import plan_batch
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.shop import keep_shop
from otop_pos.services.till import open_till
from otop_pos.services.user import add_user
from otop_pos.sync import package
from otop_pos.sync.check import check_package
from tests.books import broken, change, contents, count, rows
from tests.factories import FLOAT, NOW, SHOP, TODAY, SmallShop

DAY = timedelta(days=1)


class Killed(BaseException):
    """The power went away: nobody clears up."""


def trade(shop: SmallShop, at: datetime) -> None:
    """A day with every kind of thing in it, from an open till to a closed one."""
    shop.receive(shop.honey, 2_000, expires_on=at.date() + 90 * DAY)
    basket = shop.basket(("P000001", 2_000), ("P000002", 1_255))
    basket = basket.with_line(0, replace(basket.lines[0], discount=Discount(777, bearer=Bearer.SHARED)))
    discounted = shop.sell(basket=replace(basket, bill_discount=Discount(amount=1_001)), at=at)
    shop.sell(("P000003", 30_000), at=at, given=(Given("card", 10_000, "A-118"), Given(CASH, 900_000)))
    shop.refund(discounted, RefundLine(1, 1_000), RefundLine(2, 255, is_damaged=True), at=at)
    shop.close(at=at + timedelta(hours=4))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def column(folder: Path, file: str, name: str) -> list[str]:
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return [row[name] for row in csv.DictReader(lines)]


def satang(cells: list[str]) -> int:
    return sum(round(float(cell) * 100) for cell in cells)


def check(folders: list[Path]) -> None:
    """By head office's own reader, each batch after the one before it."""
    for number, folder in enumerate(folders):
        assert check_package(folder, folders[number - 1] if number else None) == ()


def check_publicly(folders: list[Path]) -> None:
    """Also by the public tool, which takes its time."""
    check(folders)
    for folder in folders:
        assert validate(str(folder / "datapackage.json")).valid, folder


def test_a_full_day_can_be_checked_by_anybody(shop: SmallShop, tmp_path: Path) -> None:
    trade(shop, NOW)
    sent = send_day(shop.database, tmp_path)
    assert (sent.business_date, sent.batch_no) == (TODAY, 1)
    assert sent.folder.name == "CM-00000001-2026-11-22-r1"
    check_publicly([sent.folder])
    assert broken(shop.database) == []


def test_days_with_everything_a_day_without_a_sale_and_a_day_of_rest_are_one_chain(
    shop: SmallShop, tmp_path: Path
) -> None:
    trade(shop, NOW)
    shop.open(at=NOW + DAY)
    shop.close(at=NOW + DAY)
    line = shop.database.run(post_delivery, _delivery(shop), user=shop.manager, at=NOW + 2 * DAY)
    shop.open(at=NOW + 4 * DAY)
    trade(shop, NOW + 4 * DAY)
    folders = [send_day(shop.database, tmp_path).folder for _ in range(3)]
    assert [folder.name[12:22] for folder in folders] == ["2026-11-22", "2026-11-23", "2026-11-26"]
    check_publicly(folders)
    assert line.lines[0].lot_code in column(folders[2], "stock_movements", "lot_code")
    with pytest.raises(NothingToSend):
        send_day(shop.database, tmp_path)
    assert broken(shop.database) == []


def test_all_files_together_are_the_ledger(shop: SmallShop, tmp_path: Path) -> None:
    for days in range(3):
        if days:
            shop.open(at=NOW + days * DAY)
        trade(shop, NOW + days * DAY)
    folders = [send_day(shop.database, tmp_path).folder for _ in range(3)]
    for file, name, table, expression in (
        ("producer_ledger", "amount", "payable", "amount"),
        ("payments", "amount", "payment", "amount"),
        ("line_allocations", "producer_due", "sale_alloc", "due"),
        ("line_allocations", "commission", "sale_alloc", "commission"),
        ("document_lines", "vat", "sale_line", "vat"),
        ("documents", "gross_printed", "sale", "net"),
    ):
        sent = satang([cell for folder in folders for cell in column(folder, file, name)])
        assert [(sent,)] == rows(shop.database, f"SELECT SUM({expression}) FROM {table}"), (file, name)
    moved = [cell for folder in folders for cell in column(folder, "stock_movements", "movement_id")]
    assert len(moved) == len(set(moved)) == count(shop.database, "lot_move")
    documents = [cell for folder in folders for cell in column(folder, "documents", "doc_no")]
    assert len(documents) == len(set(documents)) == count(shop.database, "sale")


def test_an_open_day_is_not_sent(shop: SmallShop, tmp_path: Path) -> None:
    shop.open("CM02")
    shop.close()
    before = contents(shop.database)
    with pytest.raises(DayStillOpen) as refusal:
        send_day(shop.database, tmp_path / "outbox")
    assert refusal.value.tills == ("CM02",)
    assert contents(shop.database) == before
    assert not (tmp_path / "outbox").exists()


def test_a_till_that_still_works_on_yesterday_holds_up_today_too(shop: SmallShop, tmp_path: Path) -> None:
    """CM01 forgot to close; CM02 has a closed day after it. Order is kept."""
    shop.open("CM02", at=NOW + DAY)
    shop.close("CM02", at=NOW + DAY)
    with pytest.raises(DayStillOpen):
        send_day(shop.database, tmp_path)
    shop.close(at=NOW + DAY)
    assert [send_day(shop.database, tmp_path).business_date for _ in range(2)] == [TODAY, TODAY + DAY]


def test_goods_that_come_in_while_yesterdays_till_is_open_belong_to_its_day(shop: SmallShop, tmp_path: Path) -> None:
    """Nobody closed at night; what comes in and is sold next morning stands in one and the same day."""
    morning = NOW + DAY
    grn = shop.database.run(post_delivery, _delivery(shop), user=shop.manager, at=morning)
    assert grn.business_date == TODAY
    shop.sell((grn.lines[0].lot_code, 1_000), at=morning)
    shop.close(at=morning)
    assert shop.database.run(post_delivery, _delivery(shop), user=shop.manager, at=morning).business_date == TODAY + DAY
    shop.open(at=morning)
    shop.close(at=morning)
    check([send_day(shop.database, tmp_path).folder for _ in range(2)])
    assert broken(shop.database) == []


def test_nothing_is_sent_before_the_first_day(database: Database, tmp_path: Path) -> None:
    database.run(keep_shop, SHOP, valid_from=TODAY)
    with pytest.raises(NothingToSend):
        send_day(database, tmp_path)


def test_missed_nights_are_caught_up_in_order(shop: SmallShop, tmp_path: Path) -> None:
    for days in range(4):
        if days:
            shop.open(at=NOW + days * DAY)
        shop.sell(("P000003", 1_000), at=NOW + days * DAY)
        shop.close(at=NOW + days * DAY)
    sent = [send_day(shop.database, tmp_path) for _ in range(4)]
    assert [each.business_date for each in sent] == [TODAY + days * DAY for days in range(4)]
    assert [each.batch_no for each in sent] == [1, 2, 3, 4]
    check([each.folder for each in sent])
    listed = shop.database.run(list_batches)
    assert [(batch.batch_no, batch.is_published) for batch in listed] == [(number, True) for number in (4, 3, 2, 1)]


def _cut_after_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "find_published", _killed)


def _cut_while_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    written = package._write_file

    def write_file(path: Path, chunks: Any) -> Any:
        if path.name == "stock_movements.csv":
            path.write_bytes(b"half a row")
            raise Killed
        return written(path, chunks)

    monkeypatch.setattr(package, "_write_file", write_file)
    monkeypatch.setattr(shutil, "rmtree", lambda *_args, **_options: None)


def _cut_before_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "mark_published", _killed)


def _killed(*_args: object, **_options: object) -> None:
    raise Killed


CUTS = [_cut_after_plan, _cut_while_writing, _cut_before_mark]


@pytest.mark.parametrize("cut", CUTS)
def test_a_run_that_was_cut_off_is_done_again_to_the_same_bytes(
    shop: SmallShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: Callable[[pytest.MonkeyPatch], None]
) -> None:
    trade(shop, NOW)
    with monkeypatch.context() as patch:
        cut(patch)
        for _ in range(2):
            with pytest.raises(Killed):
                send_day(shop.database, tmp_path / "outbox")
    sent = send_day(shop.database, tmp_path / "outbox")
    assert (sent.batch_no, sent.business_date) == (1, TODAY)
    assert [path.name for path in (tmp_path / "outbox").iterdir()] == [sent.folder.name]
    check([sent.folder])
    with pytest.raises(NothingToSend):
        send_day(shop.database, tmp_path / "outbox")
    assert broken(shop.database) == []
    # The same books, never cut off, would have said the same.
    change(shop.database, "DELETE FROM nightly_batch")
    again = send_day(shop.database, tmp_path / "other")
    assert bytes_of(again.folder) == bytes_of(sent.folder)


@pytest.mark.parametrize("cut", CUTS)
def test_what_happens_between_the_cut_and_the_next_run_stops_nothing(
    shop: SmallShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Next morning goods come in, a name is mended, somebody is hired; then the files are sent."""
    outbox = tmp_path / "outbox"
    trade(shop, NOW)
    with monkeypatch.context() as patch:
        cut(patch)
        with pytest.raises(Killed):
            send_day(shop.database, outbox)
    published = {path.name: bytes_of(path) for path in outbox.glob("CM-*")} if outbox.exists() else {}
    shop.open(at=NOW + DAY)
    shop.receive(shop.cloth, 5_000)
    change(shop.database, "UPDATE product SET name_th = 'ชื่อใหม่'")
    shop.database.run(add_user, "NEW", "คนใหม่", "cashier")
    shop.sell(("P000001", 1_000), at=NOW + DAY)
    shop.close(at=NOW + DAY)
    folders = [send_day(shop.database, outbox).folder for _ in range(2)]
    assert all(bytes_of(outbox / name) == files for name, files in published.items())
    check(folders)
    assert broken(shop.database) == []


def test_a_damaged_copy_in_the_outbox_is_written_anew(
    shop: SmallShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trade(shop, NOW)
    with monkeypatch.context() as patch:
        _cut_before_mark(patch)
        with pytest.raises(Killed):
            send_day(shop.database, tmp_path)
    (folder,) = tmp_path.glob("CM-*")
    (folder / "payments.csv").write_bytes(b"")
    sent = send_day(shop.database, tmp_path)
    check([sent.folder])


def test_a_full_outbox_is_said_and_the_day_is_sent_when_there_is_room(shop: SmallShop, tmp_path: Path) -> None:
    trade(shop, NOW)
    (tmp_path / "outbox").write_text("a file")
    with pytest.raises(FolderUnwritable):
        send_day(shop.database, tmp_path / "outbox")
    assert [batch.is_published for batch in shop.database.run(list_batches)] == [False]
    (tmp_path / "outbox").unlink()
    sent = send_day(shop.database, tmp_path / "outbox")
    assert sent.batch_no == 1
    check([sent.folder])


def test_both_databases_would_send_the_same_figures(
    sqlite_shop: SmallShop, postgres_shop: SmallShop, tmp_path: Path
) -> None:
    """Ids differ; every sum, count and number in the manifest does not."""
    said = []
    for shop in (sqlite_shop, postgres_shop):
        trade(shop, NOW)
        sent = send_day(shop.database, tmp_path / shop.database.engine.dialect.name)
        totals = [column(sent.folder, "closing_totals", name) for name in ("kind", "key", "count", "gross", "vat")]
        said.append((totals, column(sent.folder, "stock_levels", "closing"), column(sent.folder, "closings", "gross")))
    assert said[0] == said[1]


def test_a_day_is_sent_while_a_till_of_the_next_day_sells(shop: SmallShop, tmp_path: Path) -> None:
    trade(shop, NOW)
    shop.open(at=NOW + DAY)
    written = sending.write_batch

    def sell_then_write(session: Session, *args: Any) -> Any:
        list(session.execute(sending.select(sending.NightlyBatchRow)))
        shop.sell(("P000001", 1_000), at=NOW + DAY)
        return written(session, *args)

    sell_then_write.is_query = True  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sending, "write_batch", sell_then_write)
        first = send_day(shop.database, tmp_path).folder
    shop.close(at=NOW + DAY)
    check([first, send_day(shop.database, tmp_path).folder])


def _opens(session: Session, shop: SmallShop) -> date:
    return open_till(session, "CM02", FLOAT, user=shop.user, at=NOW).business_date


def _receives(session: Session, shop: SmallShop) -> date:
    return post_delivery(session, _delivery(shop), user=shop.manager, at=NOW).business_date


def _plans(session: Session, _shop: SmallShop) -> date:
    return plan_batch(session).business_date


@pytest.mark.parametrize("act", [_opens, _receives])
@pytest.mark.parametrize("plan_is_first", [True, False])
def test_nothing_slips_into_a_day_while_it_is_planned(
    shop: SmallShop, act: Callable[[Session, SmallShop], date], plan_is_first: bool
) -> None:
    """Two programs at the same moment, the second one started while the first has not committed."""
    shop.close()
    first, second = (_plans, act) if plan_is_first else (act, _plans)
    answers: list[object] = []

    def run_second() -> None:
        try:
            answers.append(shop.database.run(lambda session: second(session, shop)))
        except Refusal as refusal:
            answers.append(refusal)

    def run_first(session: Session) -> date:
        day = first(session, shop)
        session.flush()
        thread.start()
        thread.join(0.3)
        assert thread.is_alive(), "the second did not wait"
        return day

    thread = threading.Thread(target=run_second)
    shop.database.run(run_first)
    thread.join()
    if plan_is_first:
        assert answers == [TODAY + DAY]
    elif act is _opens:
        assert isinstance(answers[0], DayStillOpen)
    else:
        assert answers == [TODAY]
    assert broken(shop.database) == []


def _delivery(shop: SmallShop) -> Delivery:
    return Delivery(shop.weaver.id, (DeliveryLine(shop.cloth.id, 1_000, 1_000, 107_000),))


def test_a_product_nobody_sold_is_not_in_the_files(shop: SmallShop, tmp_path: Path) -> None:
    shop.database.run(add_product, Product("P000999", "ไม่มีใครซื้อ", price=100, producer_id=shop.weaver.id))
    trade(shop, NOW)
    assert "P000999" not in column(send_day(shop.database, tmp_path).folder, "products", "sku")
