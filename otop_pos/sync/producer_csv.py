"""Reading a list of producers for import, as `product_csv` reads one of products."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from otop_pos.domain.bank_account import BANKS, BankAccount
from otop_pos.domain.bank_number import checked_numbers
from otop_pos.domain.errors import Refusal
from otop_pos.domain.place import Place
from otop_pos.domain.producer import ProducerKind
from otop_pos.domain.tax_id import is_valid_tax_id
from otop_pos.i18n import _
from otop_pos.sync.list_file import ListFile, RowProblem, open_list, read_values
from otop_pos.sync.producer_cell import READERS
from otop_pos.sync.producer_heading import meanings

_PLACE_PARTS = {"tambon_th", "tambon_en", "amphoe_th", "amphoe_en", "province_th", "province_en", "postcode"}
_BANK_PARTS = ("bank", "account", "account_name", "promptpay")


@dataclass(frozen=True, slots=True)
class ProducerRow:
    """What a row says. Empty texts: not said. `bank` waits for approval like any other account that is typed;
    its producer is not known yet."""

    row_no: int
    name_th: str
    name_en: str = ""
    code: str = ""
    kind: ProducerKind = ProducerKind.COMMUNITY
    address: str = ""
    place: Place = field(default_factory=Place)
    phone: str = ""
    line_id: str = ""
    tax_id: str = ""
    vat_registered: bool = False
    otop_no: str = ""
    stars: int = 0
    bank: BankAccount | None = None
    doubts: tuple[str, ...] = ()


def open_producer_list(path: Path) -> ListFile:
    """Refuses UnreadableFile."""
    return open_list(path, meanings, "name_th", _("no column holds the names; call it ชื่อผู้ผลิต or name_th"))


def producer_rows(file: ListFile) -> Iterator[ProducerRow | RowProblem]:
    """Each row as a ProducerRow or, where it cannot be used, all its RowProblems."""
    seen: dict[str, int] = {}
    for row_no, record in file.filled():
        values, problems = read_values(file, row_no, record, READERS)
        if not problems and not values.keys() & {"name_th", "name_en"}:
            problems.append(RowProblem(row_no, file.heading("name_th"), "", _("type the producer's name")))
        code = values.get("code", "")
        if code and code in seen:
            message = _("row {row} has the same code; give one of them another").format(row=seen[code])
            problems.append(RowProblem(row_no, file.heading("code"), code, message))
        seen.setdefault(code, row_no)
        bank = None if problems else _bank(file, row_no, values, problems)
        if problems:
            yield from problems
        else:
            yield _producer(row_no, values, bank)


def _bank(file: ListFile, row_no: int, values: dict[str, Any], problems: list[RowProblem]) -> BankAccount | None:
    """None where the row says nothing of one; a problem where what it says cannot be paid to."""
    said = {part: values.pop(part) for part in _BANK_PARTS if part in values}
    if not said.keys() & {"account", "promptpay"}:
        return None
    name = said.get("account_name") or values.get("name_th") or values["name_en"]
    account = BankAccount(0, said.get("bank", ""), said.get("account", ""), name, said.get("promptpay", ""))
    part = "account" if "account" in said else "promptpay"
    if account.account and not account.bank:
        message = _("say which bank: {choices}").format(choices=", ".join(name for name, _english in BANKS.values()))
        problems.append(RowProblem(row_no, file.heading("account"), account.account, message))
        return None
    try:
        bank, number, promptpay = checked_numbers(account)
    except Refusal as refusal:
        problems.append(RowProblem(row_no, file.heading(part), said[part], refusal.sentence))
        return None
    return BankAccount(0, bank, number, name, promptpay)


def _producer(row_no: int, values: dict[str, Any], bank: BankAccount | None) -> ProducerRow:
    place = Place(**{part: values.pop(part) for part in _PLACE_PARTS & values.keys()})
    doubts = []
    if values.get("tax_id") and not is_valid_tax_id(values["tax_id"]):
        doubts.append(_("the tax ID does not look right; compare it with the card"))
    values["name_th"] = values.get("name_th") or values["name_en"]
    return ProducerRow(row_no, place=place, bank=bank, doubts=tuple(doubts), **values)
