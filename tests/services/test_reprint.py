"""Copies are counted in the books: across tills, people and restarts."""

import pytest

from otop_pos.domain.errors import NotFound
from otop_pos.domain.till_event import EventKind
from otop_pos.services.reprint import count_copy
from otop_pos.services.till_event import list_events
from tests.books import broken
from tests.factories import NOW, TODAY, SmallShop


def copy(shop: SmallShop, doc_no: str, till: str = "CM01") -> int:
    return shop.database.run(count_copy, doc_no, till=till, user=shop.user, at=NOW)


def test_each_paper_counts_its_own_copies_whichever_till_prints_them(shop: SmallShop) -> None:
    sale, other = shop.sell(("P000003", 1_000)), shop.sell(("P000001", 1_000))
    refund = shop.refund(sale)
    assert [copy(shop, sale.doc_no), copy(shop, sale.doc_no, "CM02"), copy(shop, other.doc_no)] == [1, 2, 1]
    assert (copy(shop, refund.doc_no), copy(shop, sale.doc_no)) == (1, 3)


def test_every_copy_is_told(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    copy(shop, sale.doc_no)
    (told,) = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.REPRINT]
    assert (told.document_id, told.what, told.amount) == (sale.id, sale.doc_no, 18_000)
    assert broken(shop.database) == []


def test_a_paper_nobody_knows_has_no_copy(shop: SmallShop) -> None:
    with pytest.raises(NotFound):
        copy(shop, "CM01-1-690000099")
