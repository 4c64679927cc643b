"""While nothing is sold: makers' stories, one after the other; without any the shop says welcome."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap

from otop_pos.domain.story import Story
from otop_pos.ui.display.column import Column, fitted
from otop_pos.ui.display.page import MARGIN, Page
from otop_pos.ui.display.sheet import Sheet
from otop_pos.ui.display.stars import draw_stars
from otop_pos.ui.display.typesetting import BOLD, REGULAR, SEMIBOLD
from otop_pos.ui.display.weave import weave_border, weave_field
from otop_pos.ui.display.words import FROM_THE_MAKER, WELCOME, Words
from otop_pos.ui.style import colour
from otop_pos.ui.widgets.tile import initials, tile_colour

STORY_MS, WORDS_MS, FADE_MS = 8000, 14_000, 150
"""How long a product and its maker are shown, how long the maker's own words, and the change from one to the next."""
PANEL_WIDE, PANEL_HIGH = 0.4, 0.38
"""The panel's share of the page, beside or above the words."""


@dataclass(frozen=True, slots=True)
class _Face:
    """One view of a story: product, maker and place; or, larger than there would be room for, the maker's words."""

    story: Story
    has_words: bool = False


class IdlePage(Page):
    """`show_stories(stories)`, then they change by themselves while the page is in front."""

    def __init__(self, shop: Words) -> None:
        super().__init__(shop)
        self._stories: tuple[Story, ...] = ()
        self._faces: tuple[_Face, ...] = ()
        self._number = 0
        self._before = QPixmap()
        self._clock = QTimer(self, interval=STORY_MS)
        self._clock.timeout.connect(self.turn)
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fade.valueChanged.connect(lambda _value: self.update())

    @property
    def story(self) -> Story | None:
        return self._faces[self._number].story if self._faces else None

    def show_stories(self, stories: Sequence[Story]) -> None:
        if tuple(stories) != self._stories:
            self._stories, self._number = tuple(stories), 0
            self._faces = tuple(face for story in stories for face in _faces(story))
            self._clock.setInterval(STORY_MS)
            self.update()

    def run(self, is_running: bool) -> None:
        """The stories go on, or wait where they are."""
        if is_running and not self._clock.isActive():
            self._clock.start()
        elif not is_running:
            self._clock.stop()

    def turn(self) -> None:
        """To the next story, or first to what its maker says."""
        if len(self._faces) > 1 and self.isVisible():
            self._before = self.grab()
            self._number = (self._number + 1) % len(self._faces)
            self._clock.setInterval(WORDS_MS if self._faces[self._number].has_words else STORY_MS)
            self._fade.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fade.state() is QVariantAnimation.State.Running:
            painter = QPainter(self)
            painter.setOpacity(float(self._fade.currentValue()))
            painter.drawPixmap(0, 0, self._before)

    def draw(self, sheet: Sheet) -> None:
        super().draw(sheet)
        if not self._faces:
            self._draw_welcome(sheet)
            return
        face = self._faces[self._number]
        panel, words = _parted(sheet)
        draw_cloth(sheet, panel)
        _draw_tile(sheet, panel, face.story.product_th or face.story.product_en)
        self._draw_face(sheet, words, face)

    def _draw_face(self, sheet: Sheet, area: QRectF, face: _Face) -> None:
        margin = sheet.px(MARGIN)
        foot = self._foot(sheet, area.width() - 2 * margin)
        room = area.height() - foot.height - 2.4 * margin
        tell = _maker_words if face.has_words else _product_and_maker
        column = fitted(room, lambda scale: tell(sheet, area.width() - 2 * margin, face.story, scale))
        top = area.top() + margin + max((room - column.height) / 2, 0)
        column.draw(QPointF(area.left() + margin, top))
        foot.draw(QPointF(area.left() + margin, area.bottom() - margin * 0.7 - foot.height))

    def _foot(self, sheet: Sheet, width: float) -> Column:
        column = Column(sheet, width)
        column.say(f"{self.shop.th} · {self.shop.en}", 22, SEMIBOLD, "primary")
        return column

    def _draw_welcome(self, sheet: Sheet) -> None:
        draw_cloth(sheet, sheet.area)
        width = min(sheet.area.width() - 2 * sheet.px(MARGIN), sheet.px(920))
        column = Column(sheet, width - 2 * sheet.px(MARGIN), "centre")
        column.say(WELCOME.th, 92, BOLD, "figure")
        column.say(WELCOME.en, 52, REGULAR, "ink2")
        column.say(self.shop.th, 40, SEMIBOLD, "primary", most=2, gap=26)
        column.say(self.shop.en, 30, REGULAR, "ink2", most=2)
        height = column.height + sheet.px(96)
        card = QRectF(0, 0, width, height)
        card.moveCenter(sheet.area.center())
        sheet.card(card)
        column.draw(QPointF(card.center().x(), card.top() + sheet.px(48)))


def _parted(sheet: Sheet) -> tuple[QRectF, QRectF]:
    """Panel and words: side by side, or one above the other."""
    area = sheet.area
    if sheet.is_portrait:
        edge = round(area.height() * PANEL_HIGH)
        return QRectF(0, 0, area.width(), edge), QRectF(0, edge, area.width(), area.height() - edge)
    edge = round(area.width() * PANEL_WIDE)
    return QRectF(0, 0, edge, area.height()), QRectF(edge, 0, area.width() - edge, area.height())


def draw_cloth(sheet: Sheet, area: QRectF) -> None:
    """Indigo cloth with a quiet pattern, a border of marigold at its upper and lower edge."""
    sheet.painter.fillRect(area, colour("rail"))
    light, gold = QColor(colour("bar")), QColor(colour("accent"))
    light.setAlpha(46)
    gold.setAlpha(110)
    weave_field(sheet.painter, area, max(sheet.px(7), 3), light, gold)
    height = sheet.px(28)
    for top in (area.top(), area.bottom() - height):
        edge = QRectF(area.left(), top, area.width(), height)
        sheet.painter.fillRect(edge, colour("rail"))
        weave_border(sheet.painter, edge, colour("bar"), colour("accent"))


def _draw_tile(sheet: Sheet, panel: QRectF, name: str) -> None:
    """The tile of the product, framed like a picture."""
    side = min(panel.width() * 0.62, panel.height() * 0.62)
    tile = QRectF(0, 0, side, side)
    tile.moveCenter(panel.center())
    frame = sheet.px(16)
    sheet.fill(tile.adjusted(-frame, -frame, frame, frame), "card", sheet.px(22))
    sheet.fill(tile, tile_colour(name), sheet.px(12))
    inner = tile.adjusted(frame, frame, -frame, -frame)
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet.painter.setPen(QPen(QColor(255, 255, 255, 90), max(sheet.px(2), 1)))
    sheet.painter.drawRoundedRect(inner, sheet.px(8), sheet.px(8))
    letters = sheet.line(initials(name), side * 0.4, inner.width())
    sheet.painter.setFont(letters.face)
    sheet.painter.setPen(Qt.GlobalColor.white)
    middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    # Consonants without marks stand below the middle of the line.
    sheet.painter.drawText(tile.adjusted(0, 0, 0, -side * 0.06), int(middle), letters.lines[0])


def _faces(story: Story) -> tuple[_Face, ...]:
    has_words = bool(story.text_th or story.text_en)
    return (_Face(story), _Face(story, has_words=True)) if has_words else (_Face(story),)


def _product_and_maker(sheet: Sheet, width: float, story: Story, scale: float) -> Column:
    column = Column(sheet, width, scale=scale)
    eyebrow = f"{FROM_THE_MAKER.th} · {FROM_THE_MAKER.en}"
    column.say(eyebrow, 22, SEMIBOLD, "warn")
    column.say(story.product_th, 56, BOLD, "figure", most=3)
    column.say(story.product_en, 34, REGULAR, "ink", most=3, gap=-8)
    if story.stars:
        size = sheet.px(30 * scale)
        column.add(size, lambda spot: draw_stars(sheet.painter, spot, story.stars, size), gap=14)
    column.add(1, lambda spot: sheet.painter.fillRect(QRectF(spot.x(), spot.y(), width, 1), colour("line")), gap=24)
    column.say(story.maker_th, 30, SEMIBOLD, "ink", most=3, gap=8)
    column.say(story.place_th, 26, REGULAR, "ink2", most=2, gap=-10)
    column.say(story.maker_en, 26, SEMIBOLD, "ink", most=3, gap=10)
    column.say(story.place_en, 24, REGULAR, "ink2", most=2)
    return column


def _maker_words(sheet: Sheet, width: float, story: Story, scale: float) -> Column:
    column = Column(sheet, width, scale=scale)
    column.say(story.maker_th, 28, SEMIBOLD, "warn", most=2)
    column.say(story.maker_en, 24, REGULAR, "warn", most=2, gap=-10)
    column.say(story.text_th, 38, SEMIBOLD, "figure", most=12, gap=12)
    column.say(story.text_en, 30, REGULAR, "ink", most=12, gap=12)
    return column
