"""A maker nobody knew brings ten things nobody had: taken in, labelled and signed for in under sixty keys."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.right import Role
from otop_pos.services.label import labels_of
from otop_pos.services.producer import find_producers
from otop_pos.services.receiving import issued_grn, list_grns
from otop_pos.services.stock import list_lots
from otop_pos.services.user import add_user
from otop_pos.ui.desk import Desk
from otop_pos.ui.front import Front
from otop_pos.ui.main_window import MainWindow
from tests.books import broken, rows
from tests.documents.reading import barcodes, pages, squeezed
from tests.factories import SmallShop
from tests.ui.conftest import (  # noqa: F401
    _dressed,
    backend,
    desk,
    manager_front,
    shop,
    shop_database,
)
from tests.ui.hands import press, type_slowly

MOST_KEYS = 60
MAKER, VILLAGE = "กลุ่มจักสานบ้านดอนแก้ว", "บ้านตาล"
GOODS = (
    ("กระบุงใบเล็ก", 6, 350),
    ("กระบุงใบกลาง", 5, 350),
    ("กระจาดกลม", 8, 350),
    ("ตะกร้าหูหิ้ว", 4, 350),
    ("ตะกร้าผ้า", 3, 590),
    ("โคมไฟไม้ไผ่", 2, 590),
    ("ถาดผลไม้", 9, 590),
    ("ที่รองแก้ว", 12, 120),
    ("พัดสาน", 7, 120),
    ("กล่องทิชชู", 5, 120),
)


class Clerk:
    """Types, and counts every key that is not a letter of a name."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.keys = 0

    def name(self, text: str) -> None:
        type_slowly(self.window, text)

    def number(self, number: int) -> None:
        type_slowly(self.window, str(number))
        self.keys += len(str(number))

    def press(self, key: Qt.Key) -> None:
        press(self.window, key)
        self.keys += 1

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def clerk(manager_front: Front, desk: Desk, shop: SmallShop) -> Clerk:  # noqa: F811
    """A stock clerk at the till, with the rights a new shop gives."""
    desk.take_user(shop.database.run(add_user, "NID", "นิด", Role.CLERK))
    manager_front.window.go_to(manager_front.receiving)
    return Clerk(manager_front.window)


def take_in_everything(clerk: Clerk) -> None:
    clerk.name(MAKER)
    clerk.press(Qt.Key.Key_F3)
    clerk.enter()  # the name is right
    clerk.enter()  # no phone
    clerk.name(VILLAGE)
    clerk.enter()  # the first found
    clerk.enter()  # the usual share: signed
    price = 0
    for name, count, its_price in GOODS:
        clerk.name(name)
        clerk.enter()
        clerk.number(count)
        clerk.enter()
        if its_price != price:
            clerk.number(its_price)
        clerk.enter()
        price = its_price
    clerk.enter()  # no name: that was all
    clerk.press(Qt.Key.Key_F12)


def test_a_new_maker_with_ten_new_things_needs_fewer_than_sixty_keys(
    clerk: Clerk,
    manager_front: Front,  # noqa: F811
    shop: SmallShop,  # noqa: F811
    record_property: pytest.FixtureRequest,
) -> None:
    before = len(shop.database.run(list_grns))
    take_in_everything(clerk)
    prices = len(list(groupby(GOODS, key=lambda each: each[2])))
    assert clerk.keys == 5 + 3 * len(GOODS) + 11 + 3 * prices + 2 == 57
    assert clerk.keys < MOST_KEYS
    record_property("keys", clerk.keys)  # type: ignore[operator]

    (maker,) = shop.database.run(find_producers, MAKER)
    assert (maker.place.tambon_th, maker.code) == ("บ้านตาล", "CM-0003")
    briefs = shop.database.run(list_grns)
    assert len(briefs) == before + 1
    issued = shop.database.run(issued_grn, briefs[0].doc_no)
    grn = issued.value
    assert [(line.product.name_th, line.accepted, line.price) for line in grn.lines] == [
        (name, count * 1000, price * 100) for name, count, price in GOODS
    ]
    # 25 % of the price before VAT is the centre's: 350.00 → 327.10 → 245.33.
    assert grn.received_by == "นิด"
    assert [line.due_per_unit for line in grn.lines] == [24_533] * 4 + [41_355] * 3 + [8_411] * 3
    lots = [shop.database.run(list_lots, line.lot_code)[0] for line in grn.lines]
    assert [lot.on_hand for lot in lots] == [count * 1000 for _name, count, _price in GOODS]
    assert sum(count * price for _name, count, price in GOODS) * 100 == briefs[0].value
    assert broken(shop.database) == []


def test_the_note_and_exactly_as_many_labels_as_pieces_are_printed(
    clerk: Clerk,
    manager_front: Front,  # noqa: F811
    shop: SmallShop,  # noqa: F811
) -> None:
    take_in_everything(clerk)
    pieces = sum(count for _name, count, _price in GOODS)
    grn = shop.database.run(issued_grn, shop.database.run(list_grns)[0].doc_no).value
    assert len(labels_of(grn)) == pieces == 61
    assert f"{pieces} labels printed" in manager_front.receiving.message_bar.text()

    (papers,) = manager_front.receiving._desk.settings.papers.iterdir()
    note = (papers / f"deliveries/{grn.doc_no}.pdf").read_bytes()
    assert all("".join(name.split()) in squeezed(note) for name, _count, _price in GOODS)
    (file,) = (papers / "labels").glob(f"{grn.doc_no}*.pdf")
    labels = file.read_bytes()
    assert pages(labels) == pieces
    assert barcodes(labels)[0][1] == grn.lines[0].lot_code
    printed = rows(shop.database, "SELECT SUM(count), COUNT(*) FROM label_print")
    assert printed == [(pieces, len(GOODS))]
