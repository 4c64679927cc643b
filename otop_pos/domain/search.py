"""What people may type to find a thing: any part of its names and codes, in either case."""

from otop_pos.domain.writable import visible_text


def search_text(*parts: str) -> str:
    """The folded text that `fold(typed)` is looked for in."""
    return " ".join(fold(part) for part in parts if part)


def fold(text: str) -> str:
    return visible_text(text).casefold()
