"""The shop's settings, tills, people and running numbers."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from otop_pos.db.models.base import Base
from otop_pos.db.types import UtcTime, Word
from otop_pos.domain.right import Role
from otop_pos.domain.writable import LONGEST_TEXT


class SettingRow(Base):
    """A setting from a day on. The VAT status of a past day stays what it was."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class TillRow(Base):
    __tablename__ = "till"

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    machine_no: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    epoch: Mapped[int] = mapped_column(default=1)


class UserRow(Base):
    """Not named `user`, which PostgreSQL takes for the connected role. `secret`: argon2id of the peppered
    PIN or password, "" before one was chosen."""

    __tablename__ = "shop_user"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    role: Mapped[Role] = mapped_column(Word(Role))
    active: Mapped[bool] = mapped_column(default=True)
    secret: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    failed_tries: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    locked_until: Mapped[datetime | None] = mapped_column(UtcTime)


class DocumentSeriesRow(Base):
    """The last number given per owner (till or shop), epoch, kind of document and Buddhist year."""

    __tablename__ = "document_series"
    __table_args__ = (CheckConstraint("last_no > 0", name="counts_up"),)

    owner: Mapped[str] = mapped_column(String(20), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last_no: Mapped[int]
