"""Pictures: only such as every screen and paper can show, and never changed."""

import pytest

from otop_pos.domain.errors import NotAPicture, PictureTooLarge
from otop_pos.domain.identity import new_id
from otop_pos.services.photo import keep_photo, read_photos
from tests.books import rows
from tests.factories import NOW, SmallShop
from tests.services.pictures import jpeg


def keep(shop: SmallShop, picture: bytes):
    return shop.database.run(keep_photo, picture, till="CM01", user=shop.manager, at=NOW)


def test_a_picture_is_read_back_byte_by_byte_with_its_size(shop: SmallShop) -> None:
    first, second = keep(shop, jpeg(640, 480)), keep(shop, jpeg(1000, 750))
    assert shop.database.run(read_photos, [first, second, new_id()]) == {
        first: jpeg(640, 480),
        second: jpeg(1000, 750),
    }
    sizes = rows(shop.database, "SELECT width, height FROM photo ORDER BY width")
    assert [tuple(size) for size in sizes] == [(640, 480), (1000, 750)]


def test_nothing_is_read_for_nothing(sqlite_shop: SmallShop) -> None:
    assert sqlite_shop.database.run(read_photos, []) == {}


@pytest.mark.parametrize(
    "not_a_picture",
    [
        b"",
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"\xff\xd8\xff",
        jpeg()[:40],
        jpeg(width=0),
        b"\xff\xd8\xff\xda\x00\x02",
        b"<svg/>",
    ],
)
def test_what_is_not_a_picture_is_refused(sqlite_shop: SmallShop, not_a_picture: bytes) -> None:
    with pytest.raises(NotAPicture):
        keep(sqlite_shop, not_a_picture)


def test_a_picture_may_have_400_kilobytes_and_no_more(sqlite_shop: SmallShop) -> None:
    keep(sqlite_shop, jpeg(size=400 * 1024))
    with pytest.raises(PictureTooLarge):
        keep(sqlite_shop, jpeg(size=400 * 1024 + 1))
