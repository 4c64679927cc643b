"""The look in one place: colours by role (light and dark), type sizes, measures, fonts."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

FAMILY = "Sarabun"
INK_ABOVE, INK_BELOW = 0.24, 0.31
"""What Thai ink needs beyond the font's own line, in em: ปั้น ผึ้ง reach 1.29 em above the baseline where the
font says 1.07, ฎุ 0.54 em below where it says 0.23. A widget of the font's height cuts the tone marks off."""
SCALES = (100, 110, 125, 150)
"""Text sizes offered, in percent."""
LARGE = 110

RAIL, TOP_BAR, GUTTER, GAP = 84, 48, 20, 16
CARD_RADIUS, CONTROL_RADIUS = 10, 8
ROW, ROW_LOW, CONTROL, KEY_ROW, PRIMARY = 66, 44, 44, 52, 72
"""Heights: list row with two lines, with one, any button, the key row, the one primary button."""

Role = Literal[
    "small", "secondary", "body", "strong", "name", "heading", "input", "action", "figure", "amount", "total"
]
Tone = Literal["ink", "ink2", "ink3", "primary", "figure", "good", "danger", "warn", "accent"]

TYPE: dict[Role, tuple[int, int]] = {
    "small": (13, 500),
    "secondary": (14, 400),
    "body": (16, 400),
    "strong": (16, 600),
    "name": (17, 600),
    "heading": (20, 600),
    "input": (22, 400),
    "action": (24, 700),
    "figure": (26, 700),
    "amount": (40, 700),
    "total": (58, 700),
}
"""Pixel size at 100 % and weight of every text role."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they mean; `…_soft` is the ground a colour stands on."""

    name: str
    rail: str
    rail_active: str
    rail_text: str
    primary: str
    primary_fill: str
    on_primary: str
    primary_soft: str
    figure: str
    accent: str
    on_accent: str
    accent_hover: str
    star: str
    paper: str
    card: str
    line: str
    control_line: str
    head: str
    ink: str
    ink2: str
    ink3: str
    good: str
    good_soft: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    bar: str
    scrim: str


LIGHT = Theme(
    name="light",
    rail="#1B2F59",
    rail_active="#27427A",
    rail_text="#DDE4F3",
    primary="#27427A",
    primary_fill="#27427A",
    on_primary="#FFFFFF",
    primary_soft="#E9EDF6",
    figure="#1B2F59",
    accent="#E5A11F",
    on_accent="#2A1D00",
    accent_hover="#DB970F",
    star="#B97C0A",
    paper="#FBF9F5",
    card="#FFFFFF",
    line="#E4DFD5",
    control_line="#CFC8BA",
    head="#F6F3EC",
    ink="#22252B",
    ink2="#5B6069",
    ink3="#8A8F98",
    good="#1E7B4F",
    good_soft="#E5F3EB",
    danger="#B3362B",
    danger_soft="#FBEAE8",
    warn="#6B4A00",
    warn_soft="#FDF4E0",
    bar="#9DAFD6",
    scrim="#731B2F59",
)

DARK = Theme(
    name="dark",
    rail="#0E1830",
    rail_active="#27427A",
    rail_text="#D3DCF0",
    primary="#A9BEEE",
    primary_fill="#3A5AA0",
    on_primary="#FFFFFF",
    primary_soft="#27324F",
    figure="#D2DDF8",
    accent="#E5A11F",
    on_accent="#2A1D00",
    accent_hover="#F0B23D",
    star="#E7B452",
    paper="#14171C",
    card="#1D2129",
    line="#343A45",
    control_line="#4A5261",
    head="#242A34",
    ink="#ECEEF2",
    ink2="#B6BCC8",
    ink3="#8E95A3",
    good="#74D3A3",
    good_soft="#173628",
    danger="#F49C93",
    danger_soft="#45231F",
    warn="#F3D08A",
    warn_soft="#3C3017",
    bar="#53699C",
    scrim="#B3000000",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


@dataclass(frozen=True, slots=True)
class Look:
    """What is worn now. `scale` in percent enlarges text and everything that holds text."""

    theme: Theme = LIGHT
    scale: int = 100


_look = Look()


def theme() -> Theme:
    return _look.theme


def colour(role: str) -> QColor:
    """A theme colour by its field name, for painted widgets: colour("good_soft")."""
    return QColor(getattr(_look.theme, role))


def px(measure: float) -> int:
    """A measure of the drawings at today's text size. Boxes grow half as fast as the text in them: at 150 %
    the smallest screen must still hold them all."""
    return round(measure * (100 + _look.scale) / 200)


def worn_scale() -> int:
    """Today's text size, in percent."""
    return _look.scale


def is_large() -> bool:
    """The text is so large that less fits beside each other."""
    return _look.scale > LARGE


def text_px(size: float) -> int:
    """A type size of the drawings at today's text size."""
    return round(size * _look.scale / 100)


def font(role: Role) -> QFont:
    """The font of a text role at today's text size; a copy, to be changed at will."""
    return QFont(_font(role, _look.scale))


@cache
def _font(role: Role, scale: int) -> QFont:
    size, weight = TYPE[role]
    chosen = QFont(FAMILY)
    chosen.setPixelSize(round(size * scale / 100))
    chosen.setWeight(QFont.Weight(weight))
    return chosen


def put_on(look: Look) -> None:
    """From now on everything is drawn in this look; `dress` calls it."""
    global _look
    _look = look


def wear(widget: QWidget, **properties: object) -> None:
    """Set style properties (role, tone, kind) and let the style sheet see them."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
