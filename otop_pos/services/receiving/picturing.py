"""A note with the pictures its paper shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from otop_pos.db.query import query
from otop_pos.domain.receiving import Grn
from otop_pos.services.paper import Issued
from otop_pos.services.photo import read_photos
from otop_pos.services.receiving.reading import issued_grn


@dataclass(frozen=True, slots=True)
class PicturedGrn:
    """As issued; `photos` are the JPEGs that its lines name."""

    issued: Issued[Grn]
    photos: Mapping[UUID, bytes]


@query
def pictured_grn(session: Session, doc_no: str) -> PicturedGrn:
    """Refuses NotFound."""
    issued = issued_grn(session, doc_no)
    named = [line.photo_id for line in issued.value.lines if line.photo_id is not None]
    return PicturedGrn(issued, read_photos(session, named) if named else {})
