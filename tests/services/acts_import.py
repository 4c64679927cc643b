"""Acts of bringing lists in and taking them back, for the table of rights."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from otop_pos.domain.import_list import ImportList
from otop_pos.domain.right import Right
from otop_pos.services.import_batch import import_list
from tests.factories import NOW, SmallShop

if TYPE_CHECKING:
    from tests.services.acts import World

FIRST = UUID("00000000-0000-7000-8000-00000000001d")


def prepare_import(shop: SmallShop) -> None:
    """A list that came in and can be taken back."""
    wanted = ImportList(_file("หวี"), key=FIRST)
    shop.database.run(import_list, wanted, till="CM01", user=shop.manager, at=NOW)


def _file(name: str) -> Path:
    path = Path(tempfile.mkdtemp()) / "list.csv"
    path.write_text(f"ชื่อสินค้า,ราคา,ผู้ผลิต\n{name},120,CM-0001\n", encoding="utf-8")
    return path


def _list(_world: "World") -> tuple[Any, ...]:
    return (ImportList(_file("กระจก")),)


ACTS_IMPORT: tuple[tuple[str, Right, Any], ...] = (
    ("import_batch.import_list", Right.IMPORT, _list),
    ("import_batch.undo_import", Right.IMPORT, lambda _world: (FIRST,)),
)
