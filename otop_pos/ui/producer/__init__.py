"""Producers: what is here, what sold, what we owe, the terms, the goods, the people."""

from otop_pos.ui.producer.screen import ProducerScreen

__all__ = ["ProducerScreen"]
