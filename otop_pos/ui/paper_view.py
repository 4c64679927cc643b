"""A paper on screen: the first page of a PDF as a picture."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from otop_pos.ui.style import px

RENDER_WIDTH = 900


def render_page(pdf: Path, width: int = RENDER_WIDTH) -> QImage:
    """The first page, `width` pixels wide. Runs off the UI thread: QImage may."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        bitmap = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    data = bitmap.tobytes()
    # copy(): the picture must outlive the bytes it was made from.
    return QImage(data, bitmap.width, bitmap.height, bitmap.width * 3, QImage.Format.Format_RGB888).copy()


class PaperView(QScrollArea):
    """`show_image(image)`: as wide as the view, scrolled when it is longer."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._image = QImage()
        self._paper = QLabel()
        self._paper.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._paper)

    def show_image(self, image: QImage | None) -> None:
        self._image = image or QImage()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            self._paper.setPixmap(QPixmap())
            return
        width = min(self.viewport().width() - px(8), px(340) if self._is_strip() else 10_000)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(
            self._image.scaledToWidth(int(max(width, 40) * ratio), Qt.TransformationMode.SmoothTransformation)
        )
        pixmap.setDevicePixelRatio(ratio)
        self._paper.setPixmap(pixmap)

    def _is_strip(self) -> bool:
        return self._image.height() > 1.6 * self._image.width()
