"""The centres the set-up offers."""

from otop_pos.domain.shop import CENTRES, HEAD_OFFICE_BRANCH


def test_the_four_centres_have_their_codes() -> None:
    assert [code for code, _thai, _english in CENTRES] == ["CM", "KK", "SK", "BK"]
    assert all(thai and english for _code, thai, english in CENTRES)


def test_the_head_office_is_branch_nought() -> None:
    assert HEAD_OFFICE_BRANCH == "00000"
