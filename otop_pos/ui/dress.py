"""Puts the look on the application: fonts, palette, style sheet."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from otop_pos.ui.style import FAMILY, Look, Theme, font, put_on, px, text_px
from otop_pos.ui.style_sheet import style_sheet

DRESSED = "dressed"
FONT_FILES = ("Regular", "Medium", "SemiBold", "Bold")


def dress(app: QApplication, look: Look | None = None) -> None:
    """Put fonts, palette and style sheet on the application; call again to change theme or text size."""
    look = look or Look()
    if app.property(DRESSED) == look:
        return  # every widget alive would be styled anew
    app.setProperty(DRESSED, look)
    put_on(look)
    _load_fonts()
    app.setStyle("Fusion")
    app.setFont(font("body"))
    app.setPalette(_palette(look.theme))
    app.setStyleSheet(style_sheet(look.theme, px, text_px))


@contextmanager
def style_waits() -> Iterator[None]:
    """While a window is put together: else Qt styles every widget anew each time something around it grows,
    which takes most of the time a window needs to open."""
    application = QApplication.instance()
    if not isinstance(application, QApplication) or not application.styleSheet():
        yield
        return
    sheet = application.styleSheet()
    application.setStyleSheet("")
    try:
        yield
    finally:
        application.setStyleSheet(sheet)


def _load_fonts() -> None:
    if FAMILY in QFontDatabase.families():
        return
    spec = find_spec("fontpkg_sarabun")
    folder = Path(spec.origin).parent / "files" if spec and spec.origin else Path()
    for weight in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / f"{FAMILY}-{weight}.ttf"))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, value in (
        (QPalette.ColorRole.Window, theme.paper),
        (QPalette.ColorRole.WindowText, theme.ink),
        (QPalette.ColorRole.Base, theme.card),
        (QPalette.ColorRole.AlternateBase, theme.head),
        (QPalette.ColorRole.Text, theme.ink),
        (QPalette.ColorRole.PlaceholderText, theme.ink3),
        (QPalette.ColorRole.Button, theme.card),
        (QPalette.ColorRole.ButtonText, theme.ink),
        (QPalette.ColorRole.Highlight, theme.primary_fill),
        (QPalette.ColorRole.HighlightedText, theme.on_primary),
        (QPalette.ColorRole.ToolTipBase, theme.card),
        (QPalette.ColorRole.ToolTipText, theme.ink),
        (QPalette.ColorRole.Link, theme.primary),
    ):
        palette.setColor(role, QColor(value))
    return palette
