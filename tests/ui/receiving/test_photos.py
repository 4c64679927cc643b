"""A picture on the line: from a file, the clipboard or dropped in, kept at once, on the paper afterwards."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from otop_pos.domain.errors import NotAPicture
from otop_pos.services.photo import read_photos
from otop_pos.services.receiving import issued_grn, list_grns, pictured_grn, repeat_last_delivery
from otop_pos.services.stock import list_lots
from otop_pos.ui.receiving import ReceivingScreen
from tests.ui.hands import press, type_slowly
from tests.ui.receiving.conftest import SILK

F4, F7, F12, ENTER, ESC = (
    Qt.Key.Key_F4,
    Qt.Key.Key_F7,
    Qt.Key.Key_F12,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
)


def picture(side: int = 2400) -> QImage:
    image = QImage(side, side // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#27427A"))
    return image


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "IMG_0001.jpg"
    picture().save(str(path))
    return path


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, file: Path) -> Path:
    """What the file dialog gives."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    return file


def is_blue(colour: QColor) -> bool:
    """As the picture is, as far as JPEG keeps it."""
    wanted = QColor("#27427A")
    return all(abs(one - other) < 8 for one, other in zip(colour.getRgb(), wanted.getRgb(), strict=True))


def photo_id(screen, number=0):
    return screen.delivery.draft.lines[number].goods.photo_id


def test_f4_and_enter_take_the_file_of_a_camera(counted, shop, chosen):
    press(counted.window(), F4)
    assert counted.photo_panel.is_open
    press(counted.window(), ENTER)
    assert not counted.photo_panel.is_open
    kept = shop.database.run(read_photos, [photo_id(counted)])[photo_id(counted)]
    image = QImage.fromData(kept)
    assert (image.width(), image.height()) == (1000, 500)
    assert len(kept) < 200 * 1024


def test_a_picture_is_pasted(counted):
    QGuiApplication.clipboard().setImage(picture(400))
    press(counted.window(), F4)
    press(counted.window(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert photo_id(counted) is not None
    QGuiApplication.clipboard().clear()


def test_a_picture_is_dropped_in(counted, file):
    press(counted.window(), F4)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    box = counted.photo_panel.box
    middle = QPointF(QPoint(box.width() // 2, box.height() // 2))
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    box.dropEvent(QDropEvent(middle, copy, data, left, Qt.KeyboardModifier.NoModifier))
    assert photo_id(counted) is not None


def test_what_is_no_picture_is_refused_and_the_line_keeps_what_it_had(counted, tmp_path, monkeypatch):
    path = tmp_path / "note.jpg"
    path.write_text("no picture", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    press(counted.window(), F4)
    press(counted.window(), ENTER)
    assert counted.photo_panel.message_bar.text() == NotAPicture().sentence
    press(counted.window(), ESC)
    assert photo_id(counted) is None


def test_a_picture_is_taken_off_again(counted, chosen):
    for _key in (F4, ENTER, F4):
        press(counted.window(), _key)
    counted.photo_panel.none.click()
    assert photo_id(counted) is None
    assert counted.delivery.view.pictures.isHidden()


def test_it_is_seen_on_the_line_and_at_the_side(counted, chosen):
    assert counted.delivery.view.pictures.isHidden()
    press(counted.window(), F4)
    press(counted.window(), ENTER)
    assert counted.delivery.album.picture(photo_id(counted)) is not None
    assert counted.delivery.view.pictures.shown() == 1
    type_slowly(counted.window(), SILK, enter=True)
    table = counted.delivery.view.table.viewport().grab().toImage()
    assert any(is_blue(table.pixelColor(x, 29)) for x in range(60, 120))


def test_the_posted_note_its_lot_and_its_paper_have_it(counted, shop, chosen):
    for key in (F4, ENTER):
        press(counted.window(), key)
    wanted = photo_id(counted)
    press(counted.window(), F12)
    number = shop.database.run(list_grns)[0].doc_no
    (line,) = shop.database.run(issued_grn, number).value.lines
    assert line.photo_id == wanted
    assert set(shop.database.run(pictured_grn, number).photos) == {wanted}
    assert shop.database.run(list_lots, line.lot_code)[0].on_hand == 12_000
    assert shop.database.run(repeat_last_delivery, shop.weaver.id)[0].photo_id == wanted


def test_the_next_delivery_is_repeated_with_its_picture(counted, shop, chosen):
    for key in (F4, ENTER):
        press(counted.window(), key)
    wanted = photo_id(counted)
    press(counted.window(), F12)
    type_slowly(counted.window(), shop.weaver.code, enter=True)
    press(counted.window(), F7)
    assert photo_id(counted) == wanted


def test_a_picture_survives_the_end_of_the_program(counted, backend, desk, chosen):
    for key in (F4, ENTER):
        press(counted.window(), key)
    counted.keeper.write()
    screen = ReceivingScreen(backend, desk)
    screen.arrive()
    (draft,) = screen.drafts.values()
    assert draft.delivery() == counted.delivery.draft.delivery()
    assert draft.lines[0].goods.photo_id == photo_id(counted)
    screen.delivery.start(draft)
    assert screen.delivery.album.picture(photo_id(counted)) is not None


def test_rolls_of_silk_are_labelled_one_by_one(counting, shop):
    window, editor = counting.window(), counting.delivery.view.table.editor
    type_slowly(window, SILK, enter=True)
    for figure in ("25.5", "", ""):
        type_slowly(window, figure, enter=True)
    editor.focus_on("pieces")
    type_slowly(window, "3")
    assert "3 labels" in counting.delivery.view.post.words()
    press(window, F12)
    assert "3 labels printed" in counting.message_bar.text()
