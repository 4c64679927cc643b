"""All versions of a producer's terms."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRow
from otop_pos.db.query import query
from otop_pos.domain.agreement import Agreement
from otop_pos.services.producer import agreements_of


@query
def list_agreements(session: Session, producer_id: int) -> tuple[Agreement, ...]:
    """The newest version first."""
    rows = session.scalars(
        select(AgreementRow).where(AgreementRow.producer_id == producer_id).order_by(AgreementRow.version.desc())
    ).all()
    values = agreements_of(session, list(rows))
    return tuple(values[row.id] for row in rows)
