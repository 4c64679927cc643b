"""Behind every figure stand its documents and events, and nothing else."""

from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.till_event import EventKind
from otop_pos.services.cash_movement import NoSale, open_drawer
from otop_pos.services.report import list_documents, list_session_events, summarise_day
from tests.factories import NOW, TODAY, SmallShop


def test_the_documents_of_a_session_add_up_to_its_figures(shop: SmallShop) -> None:
    first = shop.sell(("P000001", 1_000), given=(Given("card", 7_000, "A-1"), Given(CASH, 100_000)))
    second = shop.sell(("P000003", 1_000))
    back = shop.refund(second)
    (session,) = shop.database.run(summarise_day, TODAY).sessions
    briefs = {each.doc_no: each for each in shop.database.run(list_documents, (session.id,))}
    assert set(briefs) == {first.doc_no, second.doc_no, back.doc_no}
    assert sum(each.net for each in briefs.values()) == shop.database.run(summarise_day, TODAY).net
    assert briefs[first.doc_no].paid == (("card", 7_000), (CASH, 100_000))
    assert (briefs[back.doc_no].net, briefs[back.doc_no].operator) == (-18_000, shop.manager.name)


def test_a_session_lists_only_its_own(shop: SmallShop) -> None:
    shop.sell(("P000003", 1_000))
    shop.close()
    shop.open()
    shop.database.run(open_drawer, NoSale("แลกเหรียญ"), till="CM01", user=shop.user, at=NOW)
    first, second = shop.database.run(summarise_day, TODAY).sessions
    assert shop.database.run(list_documents, (second.id,)) == ()
    told = [each.kind for each in shop.database.run(list_session_events, (second.id,))]
    assert told == [EventKind.NO_SALE, EventKind.OPEN]
    assert EventKind.CLOSE in {each.kind for each in shop.database.run(list_session_events, (first.id,))}
    assert shop.database.run(list_documents, ()) == ()
