"""A customer's eyes: what stands on the display."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QWidget

from otop_pos.ui.display import CustomerDisplay
from otop_pos.ui.display.page import Page
from otop_pos.ui.display.sheet import Written


def read(display: CustomerDisplay) -> str:
    """Everything on the page in front, painted now."""
    display.grab()
    return " | ".join(display.page.words)


def read_codes(widget: QWidget) -> list[str]:
    """What a camera reads from the screen."""
    import zxingcpp
    from PIL import Image

    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    image = Image.frombytes(
        "L", (picture.width(), picture.height()), bytes(picture.constBits()), "raw", "L", picture.bytesPerLine()
    )
    return [code.text for code in zxingcpp.read_barcodes(image)]


def faults(page: Page) -> list[str]:
    """Texts that are cut, run off the page or into each other's ink."""
    page_area = QRectF(page.rect())
    inks = [(each.words, ink) for each in page.written for ink in inks_of(each)]
    found = [f"cut: {each.words}" for each in page.written if each.text.is_cut]
    found += [f"off the page: {words}" for words, ink in inks if not page_area.contains(ink)]
    for number, (words, ink) in enumerate(inks):
        found += [f"{words} in {other}" for other, under in inks[number + 1 :] if ink.intersects(under)]
    return found


def inks_of(written: Written) -> list[QRectF]:
    """What the letters of each line really cover."""
    metrics = QFontMetricsF(written.text.face)
    lines = zip(written.text.lines, written.spots, strict=True)
    return [metrics.tightBoundingRect(line).translated(spot) for line, spot in lines]
