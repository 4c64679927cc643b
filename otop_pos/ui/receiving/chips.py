"""One of a few: see widgets."""

from otop_pos.ui.widgets.chips import Chips as Chips
