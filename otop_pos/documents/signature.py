"""Places to sign at the foot of a paper."""

from collections.abc import Sequence

from otop_pos.documents.block import Block, Columns, Gap, Rule, Stack, Text
from otop_pos.documents.palette import INK, INK_2
from otop_pos.documents.sheet import Style

_ROOM = 26.0
"""Points above the line for a hand to write."""


def signatures(people: Sequence[tuple[str, str]], room: float = _ROOM) -> Block:
    """(role, name) side by side; an empty name leaves the brackets to be filled in."""
    places = [_place(role, name, room) for role, name in people]
    return Columns(places, [0.0] * len(places), gap=28)


def _place(role: str, name: str, room: float) -> Block:
    return Stack(
        (
            Gap(room),
            Rule(INK_2, 0.6, 4),
            Text(f"({name or ' ' * 48})", Style(9.5, colour=INK), "centre", most=1),
            Text(role, Style(8.5, colour=INK_2), "centre", most=1),
            Text("วันที่ ......../......../........", Style(8.5, colour=INK_2), "centre"),
        )
    )
