"""The nightly files for head office: one closed business day, planned, written and marked as sent."""

from otop_pos.services.nightly.sending import SentDay, list_batches, send_day

__all__ = ["SentDay", "list_batches", "send_day"]
