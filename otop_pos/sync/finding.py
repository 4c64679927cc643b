"""What a reader of a package finds wrong."""

from dataclasses import dataclass
from typing import Any

from otop_pos.sync.table import Table


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` is a code for programs, `key` the primary key of the row (or what else is meant) in `file`,
    `message` a sentence for people."""

    check: str
    file: str
    key: str
    message: str


def key_text(values: Any) -> str:
    return ",".join(str(value) for value in values)


def about_row(check: str, table: Table, row: Any, message: str) -> Finding:
    return Finding(check, table.file, key_text(table.key_of(row)), message)
