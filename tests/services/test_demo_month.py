"""The demo's producers over a month end: looked after, settled, paid, and every paper of it there."""

from collections import Counter
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from otop_pos.db.database import open_database
from otop_pos.services.demo.run import DATABASE_NAME, demo_folder, run_demo
from tests.books import rows, value

FIRST, DAYS, SALES = date(2026, 10, 29), 5, 14
"""Over the end of October; statements are issued on the mornings of 1 and 2 November."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("month") / "demo"
    database = open_database(demo_folder(folder))
    result = run_demo(database, folder, days=DAYS, sales=SALES, seed=11, first_day=FIRST, report=lambda _line: None)
    assert result.broken == ()
    database.close()
    return folder


def papers(out: Path, kind: str) -> list[Path]:
    return sorted(out.glob(f"papers/*/{kind}/*.pdf"))


def test_every_producer_whose_month_ended_has_a_statement(out: Path) -> None:
    database = open_database(out / DATABASE_NAME)
    issued: int = value(database, "SELECT count(*) FROM statement")
    with_dues: int = value(
        database, "SELECT count(DISTINCT producer_id) FROM payable WHERE business_date <= '2026-10-31'"
    )
    states = Counter(dict(rows(database, "SELECT state, count(*) FROM voucher GROUP BY state")))
    unsettled: int = value(
        database,
        "SELECT count(*) FROM payable JOIN agreement ON agreement.producer_id = payable.producer_id "
        "WHERE business_date <= '2026-10-31' AND hold_days = 0 AND cycle = 'monthly' "
        "AND NOT EXISTS (SELECT 1 FROM statement_line WHERE payable_id = payable.id)",
    )
    database.close()
    assert issued >= with_dues - 5 > 15
    assert states["paid"] > 10
    assert unsettled == 0
    assert len(papers(out, "statements")) == issued
    assert len(papers(out, "vouchers")) == states["paid"]


def test_a_statement_names_its_producer_and_what_is_owed(out: Path) -> None:
    database = open_database(out / DATABASE_NAME)
    stated = rows(
        database,
        "SELECT statement.doc_no, closing, name_th FROM statement JOIN producer ON producer.id = producer_id "
        "WHERE closing > 0 ORDER BY closing DESC LIMIT 3",
    )
    database.close()
    by_name = {path.stem: path for path in papers(out, "statements")}
    for doc_no, closing, _name in stated:
        document = pypdfium2.PdfDocument(by_name[doc_no])
        text = document[0].get_textpage().get_text_range()
        document.close()
        assert f"{closing // 100:,}.{closing % 100:02d} บาท" in text
        assert doc_no in text


def test_goods_were_looked_after(out: Path) -> None:
    database = open_database(out / DATABASE_NAME)
    kinds = {kind for (kind,) in rows(database, "SELECT DISTINCT kind FROM stock_note")}
    notes: int = value(database, "SELECT count(*) FROM stock_note")
    database.close()
    assert kinds & {"loss", "return", "count"}
    assert notes > 3
    assert len(papers(out, "notes")) == notes
