"""A list that people keep somewhere, as text or as a workbook: its headings, its rows, and what its cells say."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from otop_pos.domain.errors import UnreadableFile
from otop_pos.i18n import _
from otop_pos.sync.product_cell import UnfitCell, has_nothing, read_text
from otop_pos.sync.table_file import DELIMITERS, first_record, read_records
from otop_pos.sync.table_file import read_text as read_file
from otop_pos.sync.workbook_file import is_workbook, read_workbook

Meanings = Callable[[Sequence[str]], dict[str, int]]
Readers = Mapping[str, Callable[[str], Any]]
_LOOKED_AT = 10
"""Rows among which a workbook's headings are: people like a title above their table."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A cell that keeps its row out. `column` is the heading as the file has it; `message` says what to do."""

    row_no: int
    column: str
    cell: str
    message: str


@dataclass(frozen=True, slots=True)
class ListFile:
    """`columns` is field → index of its column; `records` are the rows below the headings, the first of them
    being row `first_row` of the file."""

    name: str
    headings: list[str]
    columns: dict[str, int]
    records: list[list[str]]
    first_row: int

    def heading(self, field: str) -> str:
        return self.headings[self.columns[field]]

    def record(self, row_no: int) -> list[str]:
        """The cells of a row, as many as there are headings."""
        cells = self.records[row_no - self.first_row]
        return [*cells, *[""] * (len(self.headings) - len(cells))]

    def filled(self) -> Iterator[tuple[int, list[str]]]:
        """Row number and cells; empty rows are left out."""
        for row_no, record in enumerate(self.records, start=self.first_row):
            if any(cell.strip() for cell in record):
                yield row_no, record


def open_list(path: Path, meanings: Meanings, needed: str, hint: str) -> ListFile:
    """CSV in any coding and separator, or the first sheet of an XLSX. Refuses UnreadableFile: neither, too
    large, or no column of the `needed` field (`hint` says how to call it)."""
    records, head = _from_workbook(path, meanings) if is_workbook(path) else _from_text(path, meanings)
    headings = records[head] if records else []
    columns = meanings(headings)
    if needed not in columns:
        raise UnreadableFile(path.name, hint)
    return ListFile(path.name, headings, columns, records[head + 1 :], head + 2)


def read_values(
    file: ListFile, row_no: int, record: list[str], readers: Readers
) -> tuple[dict[str, Any], list[RowProblem]]:
    """What each cell means, by field; cells that say nothing are left out."""
    values: dict[str, Any] = {}
    problems: list[RowProblem] = []
    if any(cell.strip() for cell in record[len(file.headings) :]):
        message = _("there are more cells than headings; put names with commas between quotes")
        return values, [RowProblem(row_no, file.headings[-1], record[-1], message)]
    for name, index in file.columns.items():
        cell = record[index] if index < len(record) else ""
        if has_nothing(cell):
            continue
        try:
            values[name] = readers.get(name, read_text)(cell)
        except UnfitCell as error:
            problems.append(RowProblem(row_no, file.heading(name), cell, str(error)))
    return values, problems


def _from_text(path: Path, meanings: Meanings) -> tuple[list[list[str]], int]:
    text = read_file(path)
    delimiter = max(DELIMITERS, key=lambda each: len(meanings(first_record(text, each))))
    headings = first_record(text, delimiter)
    return [headings, *read_records(path, text, delimiter)[1:]], 0


def _from_workbook(path: Path, meanings: Meanings) -> tuple[list[list[str]], int]:
    records = read_workbook(path)
    head = max(range(min(len(records), _LOOKED_AT)), key=lambda number: len(meanings(records[number])), default=0)
    return records, head
