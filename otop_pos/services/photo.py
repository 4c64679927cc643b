"""Pictures of goods: kept once, never changed, read by whoever draws a screen or a paper."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import PhotoRow, ProductRow
from otop_pos.db.query import query
from otop_pos.domain.identity import new_id
from otop_pos.domain.jpeg import jpeg_size
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.services.permission import needs


@needs(Right.KEEP_PRODUCT)
def keep_photo(session: Session, jpeg: bytes, *, till: str, user: User, at: datetime) -> UUID:
    """The id by which products and delivery lines name it. Refuses NotAPicture, PictureTooLarge (400 KB)."""
    width, height = jpeg_size(jpeg)
    photo_id = new_id()
    session.add(PhotoRow(id=photo_id, jpeg=jpeg, width=width, height=height, at=at))
    session.flush()
    return photo_id


@query
def read_photos(session: Session, ids: Iterable[UUID]) -> dict[UUID, bytes]:
    """The JPEG of each id that is there; one query for a whole list or paper."""
    rows = session.execute(select(PhotoRow.id, PhotoRow.jpeg).where(PhotoRow.id.in_(set(ids))))
    return {row.id: row.jpeg for row in rows}


@query
def photo_of(session: Session, product_id: int) -> bytes | None:
    """The product's picture as it is now, None when it has none."""
    return session.execute(
        select(PhotoRow.jpeg).join(ProductRow, ProductRow.photo_id == PhotoRow.id).where(ProductRow.id == product_id)
    ).scalar()
