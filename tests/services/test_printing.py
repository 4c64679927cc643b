"""Papers of the consignment desk lie in the day's folder, under their number."""

from collections.abc import Callable
from pathlib import Path

import pytest

from otop_pos.domain.errors import FolderUnwritable
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
from tests.documents.papers import grn, shop
from tests.documents.reading import metadata, text
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
