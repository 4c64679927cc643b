"""Places to sign at the foot of a paper."""

from collections.abc import Sequence
from datetime import date

from otop_pos.documents.block import Block, Columns, Gap, Rule, Stack, Text
from otop_pos.documents.palette import INK, INK_2
from otop_pos.documents.sheet import Style
from otop_pos.domain.thai_date import format_long

_ROOM = 26.0
"""Points above the line for a hand to write."""


def signatures(people: Sequence[tuple[str, str]], room: float = _ROOM) -> Block:
    """(role, name) side by side; an empty name leaves the brackets to be filled in."""
    return dated_signatures([(role, name, None) for role, name in people], room)


def dated_signatures(people: Sequence[tuple[str, str, date | None]], room: float = _ROOM) -> Block:
    """(role, name, day): what is known is printed, the rest is left to the pen."""
    places = [_place(role, name, day, room) for role, name, day in people]
    return Columns(places, [0.0] * len(places), gap=28 if len(places) < 4 else 14)


def _place(role: str, name: str, day: date | None, room: float) -> Block:
    said = format_long(day) if day else "......../......../........"
    return Stack(
        (
            Gap(room),
            Rule(INK_2, 0.6, 4),
            Text(f"({name or ' ' * 48})", Style(9.5, colour=INK), "centre", most=1),
            Text(role, Style(8.5, colour=INK_2), "centre", most=1),
            Text(f"วันที่ {said}", Style(8.5, colour=INK_2), "centre"),
        )
    )
