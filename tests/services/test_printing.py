"""Papers of the consignment desk lie in the day's folder, under their number."""

from collections.abc import Callable
from pathlib import Path

import pytest

from otop_pos.domain.errors import FolderUnwritable
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.stock_note import NoteKind
from otop_pos.domain.voucher import VoucherState
from otop_pos.services.paper import Issued
from otop_pos.services.printing import (
    Paper,
    print_certificate,
    print_count_sheet,
    print_grn,
    print_note,
    print_statement,
    print_voucher,
)
from otop_pos.services.settlement.issuing import read_statement
from otop_pos.services.settlement.vouching import read_voucher_paper
from tests.documents.papers import grn, shop
from tests.documents.reading import metadata, squeezed, text
from tests.documents.statements import (
    PHOTO,
    certificate,
    count,
    full_statement,
    jpeg,
    statement,
    stock_note,
    voucher,
)
from tests.factories import SmallShop
from tests.services.settlement.desk import DAY, NOW, TOMORROW, desk_of
from tests.services.settlement.test_worked_example import first_month

Job = Callable[[Paper], Path]
JOBS: dict[str, Job] = {
    "2026-10-01/statements/CM-0042-S0007": lambda paper: print_statement(Issued(full_statement(), shop()), paper),
    "2026-10-02/vouchers/CM-PV690000011": lambda paper: print_voucher(Issued(voucher(), shop()), paper),
    "2026-10-02/vouchers/CM-WT690000002": lambda paper: print_certificate(Issued(certificate(), shop()), paper),
    "2026-10-01/stock-notes/CM-LS690000003": lambda paper: print_note(stock_note(), shop(), paper),
    "2026-10-01/counts/CM-CS690000002": lambda paper: print_count_sheet(count(), shop(), paper),
    "2026-09-22/deliveries/CM-G690000042": lambda paper: print_grn(grn(), shop(), paper),
}


@pytest.mark.parametrize("name", JOBS)
def test_each_paper_is_kept_under_its_number(tmp_path: Path, name: str) -> None:
    path = JOBS[name](Paper(tmp_path))
    assert path == tmp_path / f"{name}.pdf"
    assert metadata(path.read_bytes())["Title"].endswith(path.stem)
    first = path.read_bytes()
    assert JOBS[name](Paper(tmp_path)).read_bytes() == first


def test_a_draft_is_kept_by_its_producer(tmp_path: Path) -> None:
    path = print_statement(Issued(statement(doc_no="", number=0), shop()), Paper(tmp_path))
    assert path.name == "CM-0042-draft.pdf"
    assert "ร่าง" in text(path.read_bytes())


def test_copies_lie_beside_the_original_and_say_which_they_are(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    copies = (
        print_voucher(Issued(voucher(), shop()), paper, copy_no=2),
        print_note(stock_note(NoteKind.RETURN), shop(), paper, copy_no=2),
        print_grn(grn(), shop(), paper, copy_no=2),
    )
    for path in copies:
        assert path.stem.endswith("-copy2")
        assert "สำเนา ครั้งที่ 2" in text(path.read_bytes())


def test_what_was_taken_back_since_says_so_on_the_paper_that_was_kept(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    assert "ยกเลิก" in text(print_statement(Issued(statement(), shop()), paper, is_reversed=True).read_bytes())
    assert "ยกเลิก" in text(print_certificate(Issued(certificate(), shop()), paper, is_reversed=True).read_bytes())
    reversed_one = print_voucher(Issued(voucher(), shop()), paper, state=VoucherState.REVERSED)
    assert "ยกเลิกการจ่าย" in text(reversed_one.read_bytes())


def test_pictures_and_english_reach_the_paper(tmp_path: Path) -> None:
    path = print_statement(Issued(full_statement(), shop()), Paper(tmp_path), photos={PHOTO: jpeg()}, language="th-en")
    assert jpeg() in path.read_bytes()
    assert "Brought forward" in text(path.read_bytes())


def test_a_folder_that_cannot_be_written_refuses(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    with pytest.raises(FolderUnwritable):
        print_note(stock_note(), shop(), Paper(blocked))


def test_the_worked_example_reads_on_paper_as_the_books_have_it(sqlite_shop: SmallShop, tmp_path: Path) -> None:
    """Two cloths sold, settled and paid; one came back afterwards: carried, and explained."""
    desk = desk_of(sqlite_shop)
    sale = first_month(desk)
    desk.shop.refund(sale, RefundLine(1, 1_000), at=NOW + DAY)
    desk.shop.close(at=NOW + DAY)
    second = desk.issue(TOMORROW, at=NOW + 2 * DAY)
    papers = [desk.ask(read_statement, number) for number in ("CM-0001-S0001", second.doc_no)]
    first, carried = (squeezed(print_statement(issued, Paper(tmp_path)).read_bytes()) for issued in papers)
    assert "ศูนย์ค้างจ่ายคุณ1,500.00บาท" in first
    assert "214.00ศูนย์รับเอง1,926.00300.00126.001,500.00" in first
    assert "ยกมา1,500.00จากใบCM-0001-S0001" in carried
    assert "ยอดติดลบยกไปหักงวดหน้า−750.00บาท" in carried
    paid = desk.ask(read_voucher_paper, "CM-PV690000001", at=NOW)
    assert "1,500.00(หนึ่งพันห้าร้อยบาทถ้วน)" in squeezed(print_voucher(paid, Paper(tmp_path)).read_bytes())
