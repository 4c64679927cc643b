"""Every file is what its schema says: cells, keys, references, and the one form in which rows are written."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from otop_pos.i18n import _
from otop_pos.sync.check_manifest import Manifest
from otop_pos.sync.csv_text import BadRecord, read_records, write_lines
from otop_pos.sync.finding import Finding, about_row, key_text
from otop_pos.sync.format import TABLES
from otop_pos.sync.manifest import MANIFEST
from otop_pos.sync.table import Reference, Table

Rows = Mapping[str, list[Any]]
"""The rows of each table, by its name."""
MOST_FINDINGS = 100
"""Of one file: who needs more than that to see it is the wrong file?"""


def read_tables(manifest: Manifest) -> tuple[Rows, list[Finding]]:
    """All rows of the day, and what keeps them from being rows."""
    rows: dict[str, list[Any]] = {}
    findings: list[Finding] = []
    for table in TABLES:
        rows[table.name], found = _read_table(table, manifest)
        findings += found
    if not findings:
        findings = [finding for table in TABLES for finding in _orphans(table, rows)]
    return rows, findings


def load_rows(table: Table, folder: Path) -> tuple[list[Any], list[Finding]]:
    rows, findings = [], []
    with (folder / table.file).open(encoding="utf-8", newline="") as lines:
        for row_no, record in read_records(table, lines):
            if not isinstance(record, BadRecord):
                rows.append(record)
                continue
            findings.append(Finding("cell", table.file, f"{row_no}:{record.column}", record.reason))
            if len(findings) == MOST_FINDINGS:
                break
    return rows, findings


def _read_table(table: Table, manifest: Manifest) -> tuple[list[Any], list[Finding]]:
    resource = manifest.resources[table.file]
    if resource.get("schema") != table.schema():
        return [], [Finding("schema-changed", MANIFEST, table.name, _("The schema is not that of the format"))]
    rows, findings = load_rows(table, manifest.folder)
    findings = findings or list(_order(table, rows))
    if not findings and resource["hash"] != f"sha256:{_canonical_hash(table, rows)}":
        findings = [Finding("csv-form", table.file, "", _("Ends of lines, quotes or coding are not as agreed"))]
    return rows, findings


def _order(table: Table, rows: list[Any]) -> Iterator[Finding]:
    for before, row in pairwise(rows):
        if table.key_of(before) == table.key_of(row):
            yield about_row("key-repeated", table, row, _("The key stands there twice"))
        elif table.key_of(before) > table.key_of(row):
            yield about_row("row-order", table, row, _("the row does not come after the one before it"))


def _canonical_hash(table: Table, rows: list[Any]) -> str:
    digest = sha256()
    for line in write_lines(table, rows):
        digest.update(line)
    return digest.hexdigest()


def _orphans(table: Table, rows: Rows) -> Iterator[Finding]:
    for reference in table.references:
        known = {_cells(row, reference.target_fields) for row in rows[reference.table]}
        for row in rows[table.name]:
            cells = _cells(row, reference.fields)
            if set(cells) != {None} and cells not in known:
                yield about_row("orphan", table, row, _orphan_message(reference, cells))


def _orphan_message(reference: Reference, cells: tuple[Any, ...]) -> str:
    return _("{fields} {key} is not in {table}").format(
        fields=key_text(reference.fields), key=key_text(cells), table=f"{reference.table}.csv"
    )


def _cells(row: Any, fields: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(row, field) for field in fields)
