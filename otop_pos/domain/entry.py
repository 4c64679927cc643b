"""The one gate by which typed or imported text enters the books."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from otop_pos.domain.writable import writable_contact, writable_text

T = TypeVar("T")
CONTACTS = frozenset(("phone", "line_id"))


def clean(value: T) -> T:
    """The same frozen value with every text in it made writable. Refuses Unwritable."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {field.name: _clean(getattr(value, field.name), field.name) for field in fields(value) if field.init}
    return replace(value, **changes)


def _clean(value: Any, name: str) -> Any:
    if type(value) is str:
        rule = writable_contact if name in CONTACTS else writable_text
        return rule(value) if value else value
    if isinstance(value, tuple):
        return tuple(_clean(each, name) for each in value)
    return clean(value)
