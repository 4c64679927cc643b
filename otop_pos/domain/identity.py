"""Ids that leave the till: UUIDv7, unique everywhere and in the order they were made."""

from uuid import UUID

from uuid_utils import compat


def new_id() -> UUID:
    return compat.uuid7()
