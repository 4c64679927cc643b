"""Text that follows the language, is never markup, and never loses a tone mark."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.i18n import use_language
from otop_pos.ui.dress import dress
from otop_pos.ui.style import Look, colour, font
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Figure, Label, Pill
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.tile import COLOURS, initials, tile_colour

MARKS = "ปั้น ผึ้ง ที่ กี่ ฐู ฎุ ญู"


def greeting() -> str:
    from otop_pos.i18n import current_language

    return "สวัสดี" if current_language() == "th" else "Hello"


@pytest.mark.parametrize("kind", [Label, Pill, KeyButton, Paragraph])
def test_a_text_is_asked_again_when_the_language_changes(qtbot, kind):
    widget = kind(greeting)
    qtbot.addWidget(widget)
    assert widget.text() == "Hello"
    use_language("th")
    QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert widget.text() == "สวัสดี"


def test_markup_in_a_name_is_only_text(qtbot):
    plain, marked = Label("x"), Label("<b>x</b>")
    qtbot.addWidget(plain)
    qtbot.addWidget(marked)
    assert marked.sizeHint().width() > 2 * plain.sizeHint().width()


@pytest.mark.parametrize("kind", [Label, Paragraph])
@pytest.mark.parametrize("role", ["small", "secondary", "body", "strong", "name", "heading", "input", "action"])
@pytest.mark.parametrize("scale", [100, 150])
def test_no_tone_mark_is_cut_off_in_any_size(qapp, qtbot, scale, role, kind):
    """The ink of the text is as high in its widget as on a sheet with all the room in the world."""
    dress(qapp, Look(scale=scale))
    widget = kind(MARKS, role)
    qtbot.addWidget(widget)
    widget.resize(600, widget.sizeHint().height())
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(colour("card"))
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    free = QImage(600, 400, QImage.Format.Format_RGB32)
    free.fill(colour("card"))
    painter = QPainter(free)
    painter.setFont(font(role))
    painter.setPen(colour("ink"))
    painter.drawText(QPoint(0, 200), MARKS)
    painter.end()
    assert ink_height(image) >= ink_height(free) - 1, "more than the rounding of a baseline is missing"


def test_a_figure_shrinks_rather_than_lose_a_digit(qtbot):
    figure = Figure("total")
    qtbot.addWidget(figure)
    figure.show_text("99,999,999.99")
    figure.resize(300, figure.sizeHint().height())
    image = figure.grab().toImage()
    assert not any(is_ink(image, 0, y) for y in range(image.height()))
    figure.resize(900, figure.height())
    assert figure.grab().toImage().width() == 900


def test_a_paragraph_is_never_wider_than_its_place(qtbot):
    """Thai has no spaces: a word that is too long is broken, not run out of the card."""
    paragraph = Paragraph("ชุดผ้าปูโต๊ะฝ้ายทอมือปักมุมพร้อมผ้าเช็ดปาก" * 3)
    qtbot.addWidget(paragraph)
    lines = paragraph._lines(160)
    assert len(lines) > 3
    assert "".join(lines) == paragraph.text()


def test_a_paragraph_may_end_early_with_an_ellipsis(qtbot):
    paragraph = Paragraph("one two three four five six seven", most_lines=1)
    qtbot.addWidget(paragraph)
    assert paragraph._lines(120) == ["one two three…"] or paragraph._lines(120)[0].endswith("…")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("น้ำผึ้งรวง 500 กรัม", "นผ"), ("แก้วศิลาดล", "กว"), ("Indigo shawl", "IS"), ("★", "?"), ("", "?"), ("เอื้อง", "ออ")],
)
def test_initials_are_letters_that_can_stand_alone(name, letters):
    assert initials(name) == letters


def test_a_name_always_has_the_same_colour():
    assert tile_colour("น้ำผึ้ง") == tile_colour("น้ำผึ้ง")
    assert tile_colour("น้ำผึ้ง").name().upper() in COLOURS


def ink_height(image: QImage) -> int:
    rows = [y for y in range(image.height()) if any(is_ink(image, x, y) for x in range(image.width()))]
    return rows[-1] - rows[0] + 1


def is_ink(image: QImage, x: int, y: int) -> bool:
    return QColor(image.pixel(x, y)).lightness() < (colour("paper").lightness() + colour("ink").lightness()) // 2
