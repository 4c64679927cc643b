"""Rows as CSV text and back: UTF-8 without BOM, comma, CRLF, RFC 4180 quotes, sorted by primary key."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from otop_pos.domain.errors import CannotSend
from otop_pos.i18n import _
from otop_pos.sync.kind import Unfit
from otop_pos.sync.table import Table

FIRST_ROW = 2  # the header is line 1, as every tool counts


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A record that is no row of its file; `column` is empty where the whole record is wrong."""

    column: str
    reason: str


def write_lines(table: Table, rows: Iterable[Any]) -> Iterator[bytes]:
    """The whole file, record by record. Refuses CannotSend: an unfit value, or a row out of order."""
    yield _record(table.header)
    before: tuple[Any, ...] | None = None
    for row_no, row in enumerate(rows, start=FIRST_ROW):
        line, key = _row_line(table, row, row_no), table.key_of(row)
        if before is not None and before >= key:
            reason = _("the row does not come after the one before it")
            raise CannotSend(table.file, row_no, ", ".join(table.key), reason)
        before = key
        yield line


def read_records(table: Table, lines: Iterable[str]) -> Iterator[tuple[int, Any]]:
    """Each record after the header, numbered as lines are: a row of the table, or a BadRecord.

    `lines` keep their ends (newline=""). After a broken header or quote nothing more is read.
    """
    records = csv.reader(lines, strict=True)
    row_no = 1
    try:
        if next(records, None) != table.header:
            yield row_no, BadRecord("", _("the header is not {header}").format(header=",".join(table.header)))
            return
        for row_no, cells in enumerate(records, start=FIRST_ROW):
            yield row_no, _row_of(table, cells)
    except (csv.Error, UnicodeDecodeError) as error:
        yield row_no + 1, BadRecord("", str(error))


def _record(cells: list[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()


def _row_line(table: Table, row: Any, row_no: int) -> bytes:
    cells = []
    for column in table.columns:
        try:
            cells.append(column.write(getattr(row, column.attribute)))
        except Unfit as error:
            raise CannotSend(table.file, row_no, column.name, str(error)) from error
    return _record(cells)


def _row_of(table: Table, cells: list[str]) -> Any:
    if len(cells) != len(table.columns):
        return BadRecord("", _("{count} cells instead of {wanted}").format(count=len(cells), wanted=len(table.columns)))
    values = []
    for column, cell in zip(table.columns, cells, strict=True):
        try:
            values.append(column.read(cell))
        except Unfit as error:
            return BadRecord(column.name, str(error))
    return table.row_of(values)
