"""A figure with its name over it, in the middle of a place."""

from PySide6.QtCore import QPointF, QRectF

from otop_pos.ui.display.sheet import Sheet
from otop_pos.ui.display.typesetting import FIGURE, Text
from otop_pos.ui.display.words import Words

GAP = 0.34
"""Between the two, of the figure's size."""
LABEL = 1.5
"""Height of the name's ink, of its size."""


def draw_labelled(
    sheet: Sheet, area: QRectF, words: Words, figure: Text, tones: tuple[str, str, str], label: int
) -> None:
    """`tones` of the Thai, the English and the figure; `label` is the name's size in measures of the drawing."""
    name, size = sheet.px(label) * LABEL, figure.size * FIGURE
    gap = min(figure.size * GAP, area.height() * 0.1)
    top = area.center().y() - (name + gap + size) / 2
    sheet.write_pair(words, label, QPointF(area.center().x(), top - sheet.px(label) * 0.12), tones[:2], "centre")
    sheet.write_figure(figure, QPointF(area.center().x(), top + name + gap + size / 2), tones[2], "centre")
