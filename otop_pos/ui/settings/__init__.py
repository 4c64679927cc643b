"""The settings of shop, till, people, rights and keys."""

from otop_pos.ui.settings.screen import SettingsScreen

__all__ = ["SettingsScreen"]
