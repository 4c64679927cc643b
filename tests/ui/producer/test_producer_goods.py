"""Products and their pictures: chosen, pasted, dropped, made small, kept."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QImageReader
from PySide6.QtWidgets import QApplication, QFileDialog

from otop_pos.domain.errors import NotAPicture
from otop_pos.domain.jpeg import jpeg_size
from otop_pos.domain.vat import VatClass
from otop_pos.services.photo import photo_of
from otop_pos.services.product_record import list_products
from otop_pos.ui.widgets.photo_file import small_jpeg
from tests.ui.hands import press, scan, type_slowly

KEY = Qt.Key


@pytest.fixture
def goods(page):
    page.show_part("goods")
    return page.goods


@pytest.fixture
def panel(goods):
    """The shawl is being changed."""
    goods.table.select(0)
    press(goods.window(), KEY.Key_F5)
    assert goods.panel.is_open
    return goods.panel


def picture(width=3000, height=2000, colour="#27427A") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def product(shop, number=0):
    return shop.database.run(list_products, shop.weaver.id)[number]


def test_a_photo_from_a_file_is_made_small_and_kept_with_the_product(panel, shop, tmp_path, monkeypatch):
    file = tmp_path / "ผ้า.png"
    picture().save(str(file))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    press(panel.window(), KEY.Key_F7)
    press(panel.window(), KEY.Key_F12)
    kept = shop.database.run(photo_of, panel._product.id)
    assert jpeg_size(kept) == (1000, 666)
    assert len(kept) <= 200 * 1024
    assert QImage.fromData(kept).pixelColor(5, 5).blue() > 100


def test_a_photo_is_pasted(panel, shop):
    QGuiApplication.clipboard().setImage(picture(400, 300))
    press(panel.window(), KEY.Key_F8)
    press(panel.window(), KEY.Key_F12)
    assert jpeg_size(shop.database.run(photo_of, panel._product.id)) == (400, 300)


def test_a_photo_is_dropped_in(panel, tmp_path):
    file = tmp_path / "bag.jpg"
    picture(500, 500).save(str(file))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    panel.photo.dropEvent(drop)
    assert jpeg_size(panel.photo.jpeg) == (500, 500)


def test_what_is_no_picture_is_refused_in_the_form(panel, tmp_path):
    file = tmp_path / "letter.jpg"
    file.write_text("สวัสดี")
    panel.photo.take(file)
    assert "picture" in panel.message_bar.text()
    assert panel.photo.jpeg is None


def test_a_photo_is_taken_off_again(goods, panel, shop):
    panel.photo.take(picture())
    press(panel.window(), KEY.Key_F12)
    assert product(shop).photo_id is not None
    press(goods.window(), KEY.Key_F5)
    assert panel.photo.jpeg is not None
    press(goods.window(), KEY.Key_F9)
    press(goods.window(), KEY.Key_F12)
    assert product(shop).photo_id is None


def test_everything_of_a_product_can_be_entered(panel, shop):
    panel.name_en.setText("Indigo shawl, large")
    panel.vat.choose(VatClass.EX81)
    panel.price.setText("1,100")
    panel.keeps.setText("365")
    panel.low.setText("5")
    panel.stars.choose("5")
    panel.standard.setText("มผช. 17/2546")
    panel.story.setText("ย้อมคราม\nสิบสองครั้ง")
    for box in (panel.restricted, panel.topotop, panel.creative):
        box.click()
    press(panel.window(), KEY.Key_F12)
    kept = next(each for each in shop.database.run(list_products, shop.weaver.id) if each.sku == "P000001")
    assert (kept.name_en, kept.vat_class, kept.price) == ("Indigo shawl, large", VatClass.EX81, 110_000)
    assert (kept.shelf_life_days, kept.low_stock, kept.stars) == (365, 5_000, 5)
    assert (kept.standard, kept.story_th) == ("มผช. 17/2546", "ย้อมคราม สิบสองครั้ง")
    assert (kept.restricted, kept.topotop, kept.creative) == (True, True, True)


def test_a_scan_over_the_form_is_a_barcode_of_the_goods(panel, producers):
    scan(panel.window(), "8850000000029")
    QApplication.processEvents()
    assert panel.codes.text() == "8850000000029"


def test_another_unit_of_goods_on_the_shelf_is_refused(panel, shop):
    panel.unit.choose("bottle")
    press(panel.window(), KEY.Key_F12)
    assert panel.is_open
    assert shop.cloth.name_th in panel.message_bar.text()


def test_a_new_product_with_its_photo_by_keyboard(goods, shop):
    press(goods.window(), KEY.Key_F3)
    type_slowly(goods.window(), "ย่ามฝ้าย", enter=True)
    type_slowly(goods.window(), "Cotton bag", enter=True)
    panel = goods.panel
    panel.photo.take(picture(800, 800))
    panel.price.setFocus()
    type_slowly(goods.window(), "350")
    press(goods.window(), KEY.Key_F12)
    new = next(each for each in shop.database.run(list_products, shop.weaver.id) if each.sku == "P000004")
    assert (new.name_th, new.name_en, new.price) == ("ย่ามฝ้าย", "Cotton bag", 35_000)
    assert new.photo_id is not None


def test_a_picture_full_of_detail_still_has_at_most_200_kilobytes(tmp_path):
    noisy = QImage(1400, 1400, QImage.Format.Format_RGB32)
    seed = 1
    for y in range(0, 1400, 2):
        for x in range(0, 1400, 2):
            seed = (seed * 1_103_515_245 + 12_345) % 2**31
            noisy.setPixel(x, y, seed)
    jpeg = small_jpeg(noisy)
    assert len(jpeg) <= 200 * 1024
    assert max(jpeg_size(jpeg)) <= 1000


def test_a_photo_held_upright_stays_upright(tmp_path):
    """Cameras write how they were held (EXIF orientation) instead of turning the picture."""
    file = tmp_path / "upright.jpg"
    file.write_bytes(_with_orientation(small_jpeg(picture(600, 400)), 6))
    assert QImageReader(str(file)).transformation() is not None
    assert jpeg_size(small_jpeg(file)) == (400, 600)


def test_transparent_grounds_become_white():
    image = QImage(50, 50, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    assert QImage.fromData(small_jpeg(image)).pixelColor(25, 25).lightness() > 250


def test_nothing_is_no_picture():
    with pytest.raises(NotAPicture):
        small_jpeg(QImage())


def _with_orientation(jpeg: bytes, orientation: int) -> bytes:
    tiff = b"MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2) + b"\x00" * 6
    body = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body + jpeg[2:]
