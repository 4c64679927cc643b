"""Lists that were brought in through the window, so that one can be taken back whole."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import UtcTime
from otop_pos.domain.writable import LONGEST_TEXT


class ImportBatchRow(Base):
    """`content` names the rows that came in, as JSON: {"producer": [ids], "product": [ids]}."""

    __tablename__ = "import_batch"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    file_name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    at: Mapped[datetime] = mapped_column(UtcTime)
    user_id: Mapped[int] = mapped_column(ForeignKey("shop_user.id"))
    content: Mapped[str] = mapped_column(Text)
    undone_at: Mapped[datetime | None] = mapped_column(UtcTime)
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("shop_user.id"))
