"""Rows as CSV text and back: UTF-8 without BOM, comma, CRLF, RFC 4180 quotes, sorted by primary key."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
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
    # Prepared once for a file: a hundred thousand cells a night go this way.
    sink = _Sink()
    record, key = csv.writer(sink, lineterminator="\r\n").writerow, attrgetter(*table.key)
    values = attrgetter(*(column.attribute for column in table.columns))
    writers = [column.writer() for column in table.columns]
    record(table.header)
    yield sink.text.encode()
    before: Any = None
    for row_no, row in enumerate(rows, start=FIRST_ROW):
        cells: list[str] = []
        try:
            for write, value in zip(writers, values(row), strict=True):
                cells.append(write(value))
        except Unfit as error:
            raise CannotSend(table.file, row_no, table.header[len(cells)], str(error)) from error
        here = key(row)
        if before is not None and before >= here:
            reason = _("the row does not come after the one before it")
            raise CannotSend(table.file, row_no, ", ".join(table.key), reason)
        before = here
        record(cells)
        yield sink.text.encode()


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


class _Sink:
    """Where the csv module leaves a record."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


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
