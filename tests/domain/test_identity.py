"""Ids that leave the till."""

from otop_pos.domain.identity import new_id


def test_ids_are_new_and_in_the_order_they_were_made() -> None:
    ids = [new_id() for _ in range(1_000)]
    assert len(set(ids)) == 1_000
    assert sorted(ids) == ids
    assert {each.version for each in ids} == {7}
