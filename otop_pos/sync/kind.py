"""What a CSV cell may hold: each kind writes a value, reads it back and says its Table Schema type."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from otop_pos.domain.errors import TextTooLong, Unwritable
from otop_pos.domain.writable import LONGEST_TEXT, writable_text
from otop_pos.i18n import _

# A year from here on is a Buddhist year that slipped into a date: 2026 is พ.ศ. 2569.
_FIRST_BUDDHIST_YEAR = 2400
_UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
# No hyphen at the start: a spreadsheet would take -A1 for a formula.
_IDENTIFIER = rf"([A-Z0-9][A-Z0-9-]{{0,19}}|{_UUID})"
_IDENTIFIER_SHAPE = re.compile(_IDENTIFIER)
_UTC_OFFSET = timedelta()
_REMEMBERED = 1_000
"""Cells kept to be used again: the same shop, lots and documents come in most rows."""

Day = TypeVar("Day", bound=date)


class Unfit(ValueError):
    """A value or cell that its column cannot hold; the text says why."""


@dataclass(frozen=True, slots=True, eq=False)  # a kind is itself only, so that a hint may hold it
class Kind:
    """`write` and `read` raise Unfit; neither ever sees an empty value."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    type: str
    constraints: Mapping[str, Any] | None = None
    format: str = ""

    def schema(self) -> dict[str, Any]:
        return {"type": self.type, **({"format": self.format} if self.format else {})}


def decimal(places: int) -> Kind:
    """An int of the smallest unit, written with a point and exactly `places` decimals."""
    unit = 10**places
    shape = re.compile(rf"-?(0|[1-9][0-9]*)\.[0-9]{{{places}}}")

    def write(value: Any) -> str:
        digits = str(_whole_number(value))
        if -unit < value < unit:
            digits = f"{'-' if value < 0 else ''}{abs(value):0{places + 1}d}"
        return f"{digits[:-places]}.{digits[-places:]}"

    return Kind(write, lambda cell: int(_matching(shape, cell).replace(".", "")), "number")


def choice(*values: str) -> Kind:
    """One of a few words; a text enum of the domain is welcome."""

    def check(value: Any) -> str:
        if value not in values:
            raise Unfit(_("“{value}” is not one of {choices}").format(value=value, choices=", ".join(values)))
        return str(value)

    return Kind(check, check, "string", {"enum": [str(value) for value in values]})


def _matching(shape: re.Pattern[str], cell: str) -> str:
    if not shape.fullmatch(cell):
        raise Unfit(_("“{value}” is not written as this column asks").format(value=cell))
    return cell


def _whole_number(value: Any) -> int:
    if type(value) is not int:  # a bool is an int too, and a float is never money
        raise Unfit(_("{value} is not a whole number").format(value=repr(value)))
    return value


def _write_date(value: Any) -> str:
    if type(value) is not date:
        raise Unfit(_("{value} is not a date").format(value=repr(value)))
    return _common_era(value).isoformat()


def _read_date(cell: str) -> date:
    return _common_era(_parsed(date.fromisoformat, _matching(re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), cell)))


def _write_time(value: Any) -> str:
    if not isinstance(value, datetime) or value.utcoffset() != _UTC_OFFSET:
        raise Unfit(_("{value} is not a UTC time").format(value=repr(value)))
    return _common_era(value).isoformat().removesuffix("+00:00") + "Z"


def _read_time(cell: str) -> datetime:
    shape = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?Z")
    return _common_era(_parsed(datetime.fromisoformat, _matching(shape, cell)))


def _parsed(parse: Callable[[str], Day], cell: str) -> Day:
    try:
        return parse(cell)
    except ValueError:
        raise Unfit(_("{value} is not a date").format(value=cell)) from None


def _common_era(day: Day) -> Day:
    if day.year >= _FIRST_BUDDHIST_YEAR:
        raise Unfit(_("{value} has a Buddhist year; machine files use the common era").format(value=day.isoformat()))
    return day


def _check_text(value: Any) -> str:
    """The rule of entry asked once more: what got past it is not sent, and never silently changed."""
    if not isinstance(value, str) or not _is_writable(value):
        raise Unfit(_("a text has characters that must not be sent: {value}").format(value=ascii(value)[:60]))
    return str(value)


@lru_cache(_REMEMBERED)
def _is_writable(text: str) -> bool:
    try:
        return writable_text(text) == text
    except (TextTooLong, Unwritable):
        return False


@lru_cache(_REMEMBERED)
def _check_identifier(value: Any) -> str:
    if not isinstance(value, str) or not _IDENTIFIER_SHAPE.fullmatch(value):
        raise Unfit(_("“{value}” is not an id: A–Z, 0–9 and hyphens, at most 20").format(value=value))
    return str(value)


@lru_cache(_REMEMBERED)
def _write_uuid(value: Any) -> str:
    if not isinstance(value, UUID):
        raise Unfit(_("“{value}” is not a UUID").format(value=value))
    return str(value)


def _write_boolean(value: Any) -> str:
    if type(value) is not bool:
        raise Unfit(_("{value} is neither true nor false").format(value=repr(value)))
    return "true" if value else "false"


MONEY = decimal(2)
QUANTITY = decimal(3)
RATE = decimal(2)
INTEGER = Kind(
    lambda value: str(_whole_number(value)),
    lambda cell: int(_matching(re.compile(r"0|-?[1-9][0-9]*"), cell)),
    "integer",
)
DATE = Kind(_write_date, _read_date, "date")
TIMESTAMP = Kind(_write_time, _read_time, "datetime")
BOOLEAN = Kind(_write_boolean, lambda cell: _matching(re.compile("true|false"), cell) == "true", "boolean")
TEXT = Kind(_check_text, _check_text, "string", {"maxLength": LONGEST_TEXT})
IDENTIFIER = Kind(_check_identifier, _check_identifier, "string", {"pattern": _IDENTIFIER})
UUID_TEXT = Kind(_write_uuid, lambda cell: UUID(_matching(re.compile(_UUID), cell)), "string", format="uuid")
