"""Reasons of a return, as the books keep them."""

import pytest

from otop_pos.domain.entry import clean
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.return_reason import RETURN_REASONS, VOID_REASONS, kept_reason


@pytest.mark.parametrize("reason", [*RETURN_REASONS, *VOID_REASONS])
def test_a_usual_reason_is_kept_in_both_languages(reason):
    assert kept_reason(reason.th) == kept_reason(f" {reason.en} ") == reason.both
    refund = Refund("CM01-1-690000001", (RefundLine(1, 1_000),), reason.both)
    assert clean(refund).reason == reason.both


def test_any_other_reason_stays_as_it_was_typed():
    assert kept_reason(" สีตก ") == "สีตก"
    assert kept_reason("") == ""
