"""A form over the screen: see widgets."""

from otop_pos.ui.widgets.form_panel import FormPanel as FormPanel
