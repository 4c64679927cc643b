"""Members of a producer group and their shares of each payment."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerMemberRow, ProducerRow
from otop_pos.db.query import query
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import Missing, NotFound, OutOfRange, SharesDiffer
from otop_pos.domain.member import Member, shares_add_up
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.vat import BASIS_POINTS
from otop_pos.i18n import _
from otop_pos.services.permission import needs


@needs(Right.KEEP_PRODUCER)
def save_members(
    session: Session, producer_id: int, members: Sequence[Member], *, till: str, user: User, at: datetime
) -> tuple[Member, ...]:
    """All of them at once, in their order; none at all is right too. Vouchers already prepared keep theirs.

    Refuses NotFound (producer), Missing (name), OutOfRange (a share), SharesDiffer, Unwritable.
    """
    members = tuple(clean(member) for member in members)
    if session.get(ProducerRow, producer_id) is None:
        raise NotFound(_("Producer"), str(producer_id))
    _check(members)
    session.execute(delete(ProducerMemberRow).where(ProducerMemberRow.producer_id == producer_id))
    for number, member in enumerate(members, start=1):
        session.add(
            ProducerMemberRow(
                producer_id=producer_id,
                member_no=number,
                name=member.name,
                phone=member.phone,
                share_bp=member.share_bp,
            )
        )
    session.flush()
    return members


@query
def list_members(session: Session, producer_id: int) -> tuple[Member, ...]:
    rows = session.scalars(
        select(ProducerMemberRow)
        .where(ProducerMemberRow.producer_id == producer_id)
        .order_by(ProducerMemberRow.member_no)
    )
    return tuple(Member(row.name, row.share_bp, row.phone) for row in rows)


def _check(members: Sequence[Member]) -> None:
    for member in members:
        if not member.name:
            raise Missing(_("name"))
        if not 0 < member.share_bp <= BASIS_POINTS:
            raise OutOfRange(f"{member.share_bp / 100:g}", 0, 100)
    if not shares_add_up(members):
        raise SharesDiffer(f"{sum(member.share_bp for member in members) / 100:g}")
