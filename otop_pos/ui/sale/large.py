"""Whether text is so large that Sell and Pay set their things closer, to fit the smallest screen."""

from otop_pos.ui.style import px

MOST = 104


def is_large() -> bool:
    """From 110 % on."""
    return px(100) > MOST
