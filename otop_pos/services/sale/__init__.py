"""Selling: what a code stands for, saving a bill, and reading saved ones."""

from otop_pos.services.sale.confirming import confirm_sale
from otop_pos.services.sale.offers import find_offers, search_offers
from otop_pos.services.sale.reading import list_sales, read_sale

__all__ = ["confirm_sale", "find_offers", "list_sales", "read_sale", "search_offers"]
