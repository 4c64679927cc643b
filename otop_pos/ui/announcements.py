"""Facts that concern more than one screen, announced once and heard by whoever shows them."""

from PySide6.QtCore import QObject, Signal


class Announcements(QObject):
    """Emit after the database has the change, never before."""

    products_changed = Signal()
    stock_changed = Signal()
    day_changed = Signal()
    """Opened, closed or sent."""
    held_bills_changed = Signal()
    settings_changed = Signal(object)
    language_changed = Signal()
