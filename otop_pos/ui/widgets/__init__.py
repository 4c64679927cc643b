"""Widgets that know Qt but not the shop."""
