"""Step four: the papers of the month at once or one, again and again, and what is taken back."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from otop_pos.domain.right import Right
from otop_pos.services.settlement.issuing import list_statements
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement import SettlementScreen
from tests.books import broken
from tests.ui.hands import press, type_slowly
from tests.ui.settlement.months import CUTOFF, MonthShop

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def papers(screen: SettlementScreen) -> SettlementScreen:
    """All is issued; the papers are in front."""
    press(screen, KEY.Key_F12)
    press(screen, KEY.Key_4, ALT)
    assert screen.page is screen.papers
    return screen


def files(desk: Desk, kind: str) -> list[Path]:
    return sorted(Path(desk.settings.papers_folder).glob(f"*/{kind}/*.pdf"))


def test_all_statements_are_printed_at_once(papers: SettlementScreen, desk: Desk) -> None:
    assert papers.papers.next.words() == "Print all 12 papers"
    press(papers, KEY.Key_F12)
    assert len(files(desk, "statements")) == 12
    assert papers.message_bar.text().startswith("12 papers printed: ")
    assert not papers.printing.progress.is_open


def test_one_is_printed_again_and_comes_out_the_same(papers: SettlementScreen, desk: Desk) -> None:
    type_slowly(papers, "somchai")
    press(papers, KEY.Key_F8)
    (file,) = files(desk, "statements")
    first = file.read_bytes()
    text = PdfDocument(file)[0].get_textpage().get_text_range()
    assert "CM-0004-S0001" in text
    press(papers, KEY.Key_F8)
    assert file.read_bytes() == first


def test_a_draft_is_printed_as_a_draft(screen: SettlementScreen, desk: Desk) -> None:
    type_slowly(screen, "somchai")
    press(screen, KEY.Key_F5)
    press(screen, KEY.Key_F8)
    (file,) = files(desk, "statements")
    assert file.name == "CM-0004-draft.pdf"
    assert str(file) in screen.looking.overlay.message.text()


def test_who_is_paid_in_cash_signs_a_voucher(papers: SettlementScreen, desk: Desk, month: MonthShop) -> None:
    press(papers, KEY.Key_2, ALT)
    press(papers, KEY.Key_F12)
    desk.take_user(month.manager)
    press(papers, KEY.Key_F12)
    press(papers, KEY.Key_3, ALT)
    type_slowly(papers, "somchai")
    press(papers, KEY.Key_F12)
    press(papers, KEY.Key_Return)
    assert len(files(desk, "vouchers")) == 1
    assert papers.message_bar.text() == "Paid 1,200.00 to Somchai Pandee."


def test_a_certificate_comes_with_the_voucher(papers: SettlementScreen, desk: Desk, month: MonthShop) -> None:
    press(papers, KEY.Key_2, ALT)
    press(papers, KEY.Key_F12)
    type_slowly(papers, "cm-0005")
    press(papers, KEY.Key_F4)
    desk.take_user(month.manager)
    press(papers, KEY.Key_F6)
    press(papers, KEY.Key_3, ALT)
    type_slowly(papers, "cm-0005")
    press(papers, KEY.Key_F12)
    press(papers, KEY.Key_Return)
    assert len(files(desk, "vouchers")) == 2


def test_a_folder_nobody_may_write_to_is_said(papers: SettlementScreen, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("not a folder")
    type_slowly(papers, "somchai")
    press(papers, KEY.Key_F8)
    assert "Nothing was printed." in papers.message_bar.text()


def test_past_papers_are_found_by_producer_and_state(papers: SettlementScreen) -> None:
    type_slowly(papers, "nong phueng honey")
    found = {row.doc_no for row in papers.papers.table.rows_model.rows if row.producer.code == "CM-0002"}
    assert {"CM-0002-S0001", "CM-0002-S0002"} <= found
    press(papers, KEY.Key_Escape)
    papers.papers.filter.buttons["vouchers"].click()
    assert {row.kind_text for row in papers.papers.table.rows_model.rows} == {"Voucher"}


def test_a_statement_is_taken_back_with_a_reason(papers: SettlementScreen, month: MonthShop, desk: Desk) -> None:
    desk.take_user(month.manager)
    type_slowly(papers, "somchai")
    press(papers, KEY.Key_F10)
    type_slowly(papers, "wrong cut-off", enter=True)
    (brief,) = [each for each in month.database.run(list_statements) if each.doc_no == "CM-0004-S0001"]
    assert (brief.is_reversed, brief.reverse_reason) == (True, "wrong cut-off")
    press(papers, KEY.Key_1, ALT)
    (row,) = [row for row in papers.drafts.rows if row.producer.code == "CM-0004"]
    assert (row.state, row.closing) == ("ready", 120_000)
    press(papers, KEY.Key_F12)
    again = [each for each in month.database.run(list_statements) if each.cutoff == CUTOFF and not each.is_reversed]
    assert len(again) == 12
    assert broken(month.database) == []


def test_a_clerk_takes_none_back_alone(papers: SettlementScreen, desk: Desk, month: MonthShop) -> None:
    asked: list[Right] = []
    desk.approvals.wanted.connect(lambda ask, _given: asked.append(ask.right))
    type_slowly(papers, "somchai")
    press(papers, KEY.Key_F10)
    type_slowly(papers, "wrong", enter=True)
    assert asked == [Right.REVERSE_STATEMENT]
    assert not any(each.is_reversed for each in month.database.run(list_statements))
