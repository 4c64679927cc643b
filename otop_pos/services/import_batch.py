"""Lists through the window: looked at, brought in whole, and taken back whole while nothing of them was used."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Column, delete, func, select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import (
    Base,
    ImportBatchRow,
    NightlyBatchRow,
    ProducerBankRow,
    ProducerRow,
    ProductCodeRow,
    ProductRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.devices.paper_folder import keep_paper
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import ImportSent, ImportUndone, ImportUsed, NotFound, NothingToImport
from otop_pos.domain.import_list import ImportBatch, ImportKind, ImportList, ImportPreview, ImportRow
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import needs
from otop_pos.services.producer_import import ProducerPlan, enter_producers, plan_producers
from otop_pos.services.product_import import ImportProblem, ProductPlan, enter_products, plan_products
from otop_pos.services.shop import read_shop
from otop_pos.services.till_event import Happening, note
from otop_pos.sync.list_file import ListFile
from otop_pos.sync.producer_csv import open_producer_list
from otop_pos.sync.product_cell import has_nothing
from otop_pos.sync.product_csv import open_product_list

PRODUCER, PRODUCT, BANK, CODE = "producer", "product", "producer_bank", "product_code"
"""Tables that an import writes to; `content` of a batch has their ids."""
FOLDER = "imports"


@query
def preview_import(session: Session, wanted: ImportList) -> ImportPreview:
    """What the import would do now, row by row. Refuses UnreadableFile."""
    file = _open(wanted)
    return _preview(wanted, file, _plan(session, wanted, file))


@needs(Right.IMPORT)
def import_list(
    session: Session,
    wanted: ImportList,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> ImportPreview:
    """All good rows in one act. The same key again changes nothing. Refuses UnreadableFile, NothingToImport."""
    file = _open(wanted)
    plan = _plan(session, wanted, file)
    preview = _preview(wanted, file, plan)
    if session.get(ImportBatchRow, wanted.key) is not None:
        return preview
    if not plan.rows:
        raise NothingToImport(wanted.file.name)
    content = _enter(session, plan, user, at)
    session.add(
        ImportBatchRow(id=wanted.key, file_name=wanted.file.name, at=at, user_id=user.id, content=json.dumps(content))
    )
    session.flush()
    what = f"{wanted.file.name} +{len(content[PRODUCER])} +{len(content[PRODUCT])}"
    note(session, Happening(EventKind.IMPORT, what, approval=approval), till=till, user=user, at=at)
    return preview


@needs(Right.IMPORT)
def undo_import(
    session: Session, batch_id: UUID, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> ImportBatch:
    """As if it had never come in. Refuses NotFound, ImportUndone, ImportSent (head office knows the codes),
    ImportUsed (goods were received, an agreement signed, an account approved …)."""
    row = session.get(ImportBatchRow, batch_id, with_for_update=True)
    if row is None:
        raise NotFound(_("List"), str(batch_id))
    if row.undone_at is not None:
        raise ImportUndone(row.file_name)
    content: dict[str, list[int]] = json.loads(row.content)
    _check_unused(session, row, content)
    _delete(session, content)
    row.undone_at, row.undone_by = at, user.id
    session.flush()
    what = f"{row.file_name} −{len(content[PRODUCER])} −{len(content[PRODUCT])}"
    note(session, Happening(EventKind.IMPORT, what, approval=approval), till=till, user=user, at=at)
    return next(each for each in list_imports(session) if each.id == batch_id)


@query
def list_imports(session: Session, limit: int = 100) -> tuple[ImportBatch, ...]:
    """The newest first, also those that were taken back."""
    undoer = aliased(UserRow)
    rows = session.execute(
        select(ImportBatchRow, UserRow.name, func.coalesce(undoer.name, ""))
        .join(UserRow, UserRow.id == ImportBatchRow.user_id)
        .outerjoin(undoer, undoer.id == ImportBatchRow.undone_by)
        .order_by(ImportBatchRow.at.desc(), ImportBatchRow.id.desc())
        .limit(limit)
    )
    return tuple(_batch(row, user, undone_by) for row, user, undone_by in rows)


def save_rejected(wanted: ImportList, preview: ImportPreview, folder: Path, at: datetime) -> Path:
    """The rows that stayed out, in a workbook to be mended. Refuses UnreadableFile, FolderUnwritable."""
    from otop_pos.sync.rejected_xlsx import rejected_xlsx

    mark = _("to mend")
    name = f"{FOLDER}/{wanted.file.stem}-{mark}.xlsx"
    return keep_paper(folder / local_date(at).isoformat(), name, rejected_xlsx(_open(wanted), preview.rows))


def _open(wanted: ImportList) -> ListFile:
    return (open_product_list if wanted.kind is ImportKind.PRODUCT else open_producer_list)(wanted.file)


def _plan(session: Session, wanted: ImportList, file: ListFile) -> ProductPlan | ProducerPlan:
    if wanted.kind is ImportKind.PRODUCT:
        return plan_products(session, file, wanted.default_price)
    return plan_producers(session, file)


def _enter(session: Session, plan: ProductPlan | ProducerPlan, user: User, at: datetime) -> dict[str, Sequence[int]]:
    shop_code = read_shop(session, local_date(at)).code
    if isinstance(plan, ProductPlan):
        entered = enter_products(session, plan, shop_code)
        return {PRODUCER: entered.producers, PRODUCT: entered.products, BANK: ()}
    producers, banks = enter_producers(session, plan, shop_code, user, at)
    return {PRODUCER: producers, PRODUCT: (), BANK: banks}


def _preview(wanted: ImportList, file: ListFile, plan: ProductPlan | ProducerPlan) -> ImportPreview:
    rows = {row.row_no: row for row in (*_good(plan), *_bad(file, plan.problems))}
    lacking = 0
    if isinstance(plan, ProductPlan):
        lacking = sum(row.price is None for row, _maker, _price in plan.rows)
        lacking += sum(_lacks_price(file, row_no) for row_no in rows if rows[row_no].problems)
    return ImportPreview(
        wanted.kind,
        wanted.file.name,
        tuple(rows[row_no] for row_no in sorted(rows)),
        len(plan.new_makers) if isinstance(plan, ProductPlan) else 0,
        lacking,
    )


def _good(plan: ProductPlan | ProducerPlan) -> Iterator[ImportRow]:
    if isinstance(plan, ProductPlan):
        for row, maker, price in plan.rows:
            yield ImportRow(row.row_no, row.name_th, maker, price, doubts=row.doubts)
    else:
        for each in plan.rows:
            about = " · ".join(part for part in (each.code, each.place.short_th, each.phone) if part)
            yield ImportRow(each.row_no, each.name_th, about, doubts=each.doubts)


def _bad(file: ListFile, problems: Sequence[ImportProblem]) -> Iterator[ImportRow]:
    """All that is wrong with a row together, under the name that it has in the file."""
    messages: Mapping[int, list[str]] = defaultdict(list)
    for problem in problems:
        messages[problem.row_no].append(problem.message)
    for row_no, said in messages.items():
        yield ImportRow(row_no, file.record(row_no)[file.columns["name_th"]], problems=tuple(said))


def _lacks_price(file: ListFile, row_no: int) -> bool:
    return "price" not in file.columns or has_nothing(file.record(row_no)[file.columns["price"]])


def _check_unused(session: Session, row: ImportBatchRow, content: Mapping[str, Sequence[int]]) -> None:
    sent = select(NightlyBatchRow.batch_no).where(NightlyBatchRow.closed_at >= row.at).limit(1)
    if session.execute(sent).first() is not None:
        raise ImportSent
    changed = ProducerBankRow.id.in_(content[BANK]) & ProducerBankRow.approved_at.is_not(None)
    if content[BANK] and (bank := session.scalars(select(ProducerBankRow).where(changed)).first()) is not None:
        raise ImportUsed(session.get_one(ProducerRow, bank.producer_id).name_th)
    if (product := _first_used(session, PRODUCT, content)) is not None:
        raise ImportUsed(session.get_one(ProductRow, product).name_th)
    if (producer := _first_used(session, PRODUCER, content)) is not None:
        raise ImportUsed(session.get_one(ProducerRow, producer).name_th)


def _first_used(session: Session, table: str, content: Mapping[str, Sequence[int]]) -> int | None:
    """An id that some row of another table points to: whatever tables there will be, none is forgotten."""
    ids = set(content[table])
    if not ids:
        return None
    for column in _pointing_at(table):
        # The range and not the ids: a statement takes only so many values.
        near = column.between(min(ids), max(ids))
        if own := set(content.get(column.table.name, ())):
            rows = session.execute(select(column, column.table.c.id).where(near))
            found: set[int] = {key for key, number in rows if number not in own} & ids
        else:
            found = set(session.scalars(select(column).where(near).distinct())) & ids
        if found:
            return min(found)
    return None


def _pointing_at(table: str) -> Iterator[Column[Any]]:
    for each in Base.metadata.sorted_tables:
        if each.name == CODE:
            continue  # a code belongs to its product and goes with it
        for key in each.foreign_keys:
            if key.column.table.name == table:
                yield key.parent


def _delete(session: Session, content: Mapping[str, Sequence[int]]) -> None:
    for ids, column in (
        (content[PRODUCT], ProductCodeRow.product_id),
        (content[PRODUCT], ProductRow.id),
        (content[BANK], ProducerBankRow.id),
        (content[PRODUCER], ProducerRow.id),
    ):
        for start in range(0, len(ids), 500):
            session.execute(delete(column.class_).where(column.in_(ids[start : start + 500])))


def _batch(row: ImportBatchRow, user: str, undone_by: str) -> ImportBatch:
    content = json.loads(row.content)
    counts = (len(content[PRODUCER]), len(content[PRODUCT]))
    return ImportBatch(row.id, row.file_name, row.at, user, *counts, undone_by, row.undone_at)
