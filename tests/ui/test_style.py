"""The look: contrast, both themes, every text size."""

import pytest
from PySide6.QtGui import QColor

from otop_pos.ui.dress import dress
from otop_pos.ui.style import DARK, LIGHT, SCALES, THEMES, Look, font, px
from otop_pos.ui.widgets.tile import COLOURS

PAIRS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "primary_soft"),
    ("ink", "head"),
    ("ink2", "paper"),
    ("ink2", "card"),
    ("ink2", "head"),
    ("ink2", "primary_soft"),
    ("primary", "card"),
    ("primary", "primary_soft"),
    ("figure", "card"),
    ("on_primary", "primary_fill"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("rail_text", "rail"),
    ("rail_text", "rail_active"),
    ("good", "good_soft"),
    ("danger", "danger_soft"),
    ("danger", "card"),
    ("warn", "warn_soft"),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_needed_text_can_be_read(theme, text, ground):
    """WCAG 2.2 contrast of at least 4.5."""
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_stars_and_hints_can_be_seen(theme):
    assert contrast(theme.star, theme.card) >= 3
    assert contrast(theme.ink3, theme.card) >= 3


@pytest.mark.parametrize("name", COLOURS)
def test_white_initials_can_be_read_on_every_tile(name):
    assert contrast("#FFFFFF", name) >= 4.5


@pytest.mark.parametrize("scale", SCALES)
def test_text_and_what_holds_it_grow_together(qapp, scale):
    dress(qapp, Look(scale=scale))
    assert font("body").pixelSize() == round(16 * scale / 100)
    assert px(100) == 100 + (scale - 100) // 2
    assert qapp.font().family() == "Sarabun"


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_reaches_the_application(qapp, name):
    dress(qapp, Look(THEMES[name]))
    assert qapp.palette().window().color() == QColor(THEMES[name].paper)


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
