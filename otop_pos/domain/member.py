"""Members of a producer group and what of a payment is each one's."""

from collections.abc import Sequence
from dataclasses import dataclass

from otop_pos.domain.money import spread
from otop_pos.domain.vat import BASIS_POINTS


@dataclass(frozen=True, slots=True)
class Member:
    """`share_bp` of 10000 (3333 = 33.33 %); the shares of a group sum to 10000."""

    name: str
    share_bp: int
    phone: str = ""


@dataclass(frozen=True, slots=True)
class MemberShare:
    name: str
    share_bp: int
    amount: int


def shares_add_up(members: Sequence[Member]) -> bool:
    return not members or sum(member.share_bp for member in members) == BASIS_POINTS


def share_out(amount: int, members: Sequence[Member]) -> tuple[MemberShare, ...]:
    """Satang per member; the parts add up to the amount exactly."""
    parts = spread(amount, tuple(member.share_bp for member in members)) if members else ()
    return tuple(MemberShare(member.name, member.share_bp, part) for member, part in zip(members, parts, strict=True))
