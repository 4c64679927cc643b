"""Text of a table that people saved somewhere: which coding, which separator, which records."""

import codecs
import csv
import io
from itertools import islice
from pathlib import Path

from otop_pos.domain.errors import UnreadableFile
from otop_pos.i18n import _

LARGEST_FILE = 10_000_000
"""Bytes."""
MOST_ROWS = 20_000
LONGEST_HEADINGS = 10_000
DELIMITERS = (",", ";", "\t")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def read_text(path: Path) -> str:
    """UTF-8 with or without BOM, UTF-16 with BOM, else Thai Windows (CP874, TIS-620). Refuses UnreadableFile."""
    data = _read(path)
    if data.startswith(_OLD_EXCEL):
        raise UnreadableFile(path.name, _("it is an old Excel workbook; save it as XLSX or “CSV UTF-8” first"))
    codings = ("utf-16",) if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ("utf-8-sig", "cp874")
    for coding in codings:
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFile(path.name, _("it is no text; save it as “CSV UTF-8” first"))


def first_record(text: str, delimiter: str) -> list[str]:
    """The cells of the first line; [] when there is none, or it is far too long for headings."""
    line = io.StringIO(text, newline=None).readline()
    return next(csv.reader([line], delimiter=delimiter), []) if len(line) <= LONGEST_HEADINGS else []


def read_records(path: Path, text: str, delimiter: str) -> list[list[str]]:
    """Every record with its cells, the headings first. Refuses UnreadableFile (too many, a broken quote)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        records = list(islice(reader, MOST_ROWS + 2))
    except csv.Error as error:
        reason = _("a quote before line {line} is out of place or never closed").format(line=reader.line_num + 1)
        raise UnreadableFile(path.name, reason) from error
    if len(records) > MOST_ROWS + 1:
        raise UnreadableFile(path.name, _("it has more than {count} rows; split it").format(count=MOST_ROWS))
    return records


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnreadableFile(path.name, error.strerror or str(error)) from error
    if len(data) > LARGEST_FILE:
        raise UnreadableFile(
            path.name, _("it is larger than {size} MB; split it").format(size=LARGEST_FILE // 1_000_000)
        )
    return data
