"""A box for a share in percent: see widgets."""

from otop_pos.ui.widgets.percent_edit import PercentEdit as PercentEdit
