"""The day in figures: what the screen, the paper and the proof read."""

from otop_pos.services.report.listing import list_documents, list_session_events
from otop_pos.services.report.summary import list_days, summarise_day

__all__ = ["list_days", "list_documents", "list_session_events", "summarise_day"]
