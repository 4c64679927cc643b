"""Stock: what lies where, and every act that moves it without a sale."""

from otop_pos.services.stock.listing import list_stock
from otop_pos.services.stock.note_reading import list_notes, read_note
from otop_pos.services.stock.reading import LotMove, list_lots, list_moves

__all__ = ["LotMove", "list_lots", "list_moves", "list_notes", "list_stock", "read_note"]
