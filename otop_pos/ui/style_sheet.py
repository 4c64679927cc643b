"""The style sheet, written from the tokens. Rules go by role, tone and kind, never by widget name."""

from collections.abc import Callable
from dataclasses import asdict
from math import ceil

from otop_pos.ui.style import CARD_RADIUS, CONTROL, CONTROL_RADIUS, FAMILY, INK_ABOVE, INK_BELOW, TYPE, Theme

Px = Callable[[float], int]


def style_sheet(theme: Theme, px: Px, text_px: Px) -> str:
    """`px` and `text_px` scale measures and type sizes."""
    return "\n".join(
        (_base(theme, text_px), _type(theme, text_px), _frames(theme), _controls(theme, px), _lists(theme, px, text_px))
    )


def _base(theme: Theme, text_px: Px) -> str:
    return f"""
    QWidget {{ font-family: "{FAMILY}"; font-size: {text_px(16)}px; color: {theme.ink}; }}
    QMainWindow, QDialog, QWidget[kind="paper"] {{ background: {theme.paper}; }}
    QLabel {{ background: transparent; }}
    QToolTip {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 6px; }}
    """


def _type(theme: Theme, text_px: Px) -> str:
    roles = "\n".join(_role(role, text_px(size), weight) for role, (size, weight) in TYPE.items())
    colours = asdict(theme)
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {colours[tone]}; }}'
        for tone in ("ink", "ink2", "ink3", "primary", "figure", "good", "danger", "warn", "on_primary", "rail_text")
    )
    return roles + tones


def _role(role: str, size: int, weight: int) -> str:
    above, below = ceil(size * INK_ABOVE), ceil(size * INK_BELOW)
    return f"""
    QLabel[role="{role}"], QLineEdit[role="{role}"] {{ font-size: {size}px; font-weight: {weight}; }}
    QLabel[role="{role}"] {{ padding: {above}px 0 {below}px 0; }}
    """


def _frames(theme: Theme) -> str:
    grounds = "\n".join(
        f'QFrame[ground="{ground}"] {{ background: {theme_colour}; border: none; border-radius: {CARD_RADIUS}px; }}'
        for ground, theme_colour in (
            ("good", theme.good_soft),
            ("danger", theme.danger_soft),
            ("warn", theme.warn_soft),
            ("info", theme.primary_soft),
        )
    )
    return f"""
    QFrame[kind="card"] {{ background: {theme.card}; border: 1px solid {theme.line}; border-radius: {CARD_RADIUS}px; }}
    QFrame[kind="top"] {{ background: {theme.card}; border: none; border-bottom: 1px solid {theme.line}; }}
    QFrame[kind="rail"] {{ background: {theme.rail}; border: none; }}
    QFrame[kind="rule"] {{ background: {theme.line}; border: none; max-height: 1px; min-height: 1px; }}
    {grounds}
    """


def _controls(theme: Theme, px: Px) -> str:
    return f"""
    QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{ background: {theme.card}; border: 1px solid {theme.control_line};
        border-radius: {CONTROL_RADIUS}px; padding: {px(4)}px {px(10)}px; min-height: {px(CONTROL) - 2 * px(4) - 2}px;
        selection-background-color: {theme.primary_fill}; selection-color: {theme.on_primary}; }}
    QLineEdit[density="low"] {{ min-height: {px(24)}px; padding: {px(2)}px {px(10)}px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {{ border-color: {theme.primary}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {theme.head}; color: {theme.ink2}; }}
    QLineEdit[wrong="true"] {{ border-color: {theme.danger}; }}
    QLineEdit[kind="code"] {{ border: none; background: transparent; padding: 0; min-height: {px(40)}px; }}
    QComboBox::drop-down {{ border: none; width: {px(32)}px; }}
    QComboBox QAbstractItemView {{ background: {theme.card}; border: 1px solid {theme.line};
        selection-background-color: {theme.primary_soft}; selection-color: {theme.ink}; outline: none; }}
    QComboBox QAbstractItemView::item {{ min-height: {px(40)}px; }}
    QRadioButton, QCheckBox {{ spacing: {px(10)}px; min-height: {px(36)}px; background: transparent; }}
    QRadioButton::indicator, QCheckBox::indicator {{ width: {px(18)}px; height: {px(18)}px; }}
    QProgressBar {{ background: {theme.head}; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }}
    QProgressBar::chunk {{ background: {theme.primary}; border-radius: 4px; }}
    """


def _lists(theme: Theme, px: Px, text_px: Px) -> str:
    return f"""
    QTableView, QListView {{ background: transparent; border: none; outline: none; gridline-color: transparent;
        selection-background-color: {theme.primary_soft}; selection-color: {theme.ink}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: {theme.head}; color: {theme.ink2}; border: none;
        border-bottom: 1px solid {theme.line}; padding: 0 {px(14)}px; font-size: {text_px(14)}px; font-weight: 400; }}
    QHeaderView::section:first {{ border-top-left-radius: {CARD_RADIUS - 1}px; }}
    QHeaderView::section:last {{ border-top-right-radius: {CARD_RADIUS - 1}px; }}
    QHeaderView::section:only-one {{ border-top-left-radius: {CARD_RADIUS - 1}px;
        border-top-right-radius: {CARD_RADIUS - 1}px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {theme.control_line}; border-radius: 4px; min-height: 40px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle:horizontal {{ background: {theme.control_line}; border-radius: 4px; min-width: 40px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: transparent; border: none; height: 0; width: 0; }}
    """
