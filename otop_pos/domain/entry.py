"""The one gate by which typed or imported text enters the books."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from otop_pos.domain.writable import writable_text

T = TypeVar("T")


def clean(value: T) -> T:
    """The same frozen value with every text in it made writable. Refuses Unwritable."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {field.name: _clean(getattr(value, field.name)) for field in fields(value) if field.init}
    return replace(value, **changes)


def _clean(value: Any) -> Any:
    if type(value) is str:
        return writable_text(value) if value else value
    if isinstance(value, tuple):
        return tuple(_clean(each) for each in value)
    return clean(value)
