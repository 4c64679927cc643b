"""Bringing a list of producers in, with their bank accounts waiting for a second person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerBankRow, ProducerRow
from otop_pos.db.query import query
from otop_pos.domain.producer import Producer
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.place import known_place
from otop_pos.services.producer import add_producers, next_producer_codes
from otop_pos.services.product_import import ImportProblem, cell_message
from otop_pos.sync.list_file import ListFile, RowProblem
from otop_pos.sync.producer_csv import ProducerRow as ListRow
from otop_pos.sync.producer_csv import producer_rows


@dataclass(frozen=True, slots=True)
class ProducerPlan:
    """Rows to enter, and why the others stay out."""

    rows: tuple[ListRow, ...]
    problems: tuple[ImportProblem, ...]


@query
def plan_producers(session: Session, file: ListFile) -> ProducerPlan:
    """What an import would do now. Who is there already, by code or by name, stays out: nothing that is known
    of a producer is written over by a list."""
    known = session.execute(select(ProducerRow.code, ProducerRow.name_th, ProducerRow.tambon_th)).all()
    codes = {row.code for row in known}
    names = {(row.name_th, row.tambon_th) for row in known}
    rows, problems = [], []
    for row in producer_rows(file):
        if isinstance(row, RowProblem):
            problems.append(ImportProblem(row.row_no, cell_message(row)))
            continue
        name = (row.name_th, row.place.tambon_th)
        if row.code in codes:
            problems.append(
                ImportProblem(row.row_no, _("the code {code} is in the books already").format(code=row.code))
            )
        elif name in names:
            message = _("“{name}” is in the books already").format(name=row.name_th)
            problems.append(ImportProblem(row.row_no, message))
        else:
            rows.append(row)
            names.add(name)
    return ProducerPlan(tuple(rows), tuple(problems))


def enter_producers(
    session: Session, plan: ProducerPlan, shop_code: str, user: User, at: datetime
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What was planned in the same transaction: ids of the producers and of their accounts."""
    numbers = next_producer_codes(session, shop_code)
    said = {row.code for row in plan.rows}
    producers = [_producer(row, row.code or _free(numbers, said)) for row in plan.rows]
    add_producers(session, producers)
    by_code = {row.code: row.id for row in session.execute(select(ProducerRow.code, ProducerRow.id))}
    ids = [by_code[producer.code] for producer in producers]
    banks = [
        ProducerBankRow(
            producer_id=number,
            bank=row.bank.bank,
            account=row.bank.account,
            account_name=row.bank.account_name,
            promptpay=row.bank.promptpay,
            entered_by=user.id,
            entered_at=at,
        )
        for number, row in zip(ids, plan.rows, strict=True)
        if row.bank is not None
    ]
    session.add_all(banks)
    session.flush()
    return tuple(ids), tuple(bank.id for bank in banks)


def _free(numbers: Iterator[str], said: set[str]) -> str:
    """The next code that no row of the list asks for."""
    return next(code for code in numbers if code not in said)


def _producer(row: ListRow, code: str) -> Producer:
    return Producer(
        code=code,
        name_th=row.name_th,
        name_en=row.name_en,
        kind=row.kind,
        place=known_place(row.place),
        address=row.address,
        phone=row.phone,
        line_id=row.line_id,
        tax_id=row.tax_id,
        vat_registered=row.vat_registered,
        otop_no=row.otop_no,
        stars=row.stars,
    )
