"""Marks a use case that only reads."""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def query(use_case: F) -> F:
    """No write lock and one snapshot, so that a long report holds up no till; never committed."""
    use_case.is_query = True  # type: ignore[attr-defined]
    return use_case


def is_query(use_case: Callable[..., Any]) -> bool:
    return getattr(use_case, "is_query", False)
