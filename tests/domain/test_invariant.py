"""What a check of the books found."""

import pytest

from otop_pos.domain.invariant import InvariantResult


@pytest.mark.parametrize(("checked", "broken", "holds"), [(100, 0, True), (100, 1, False), (0, 0, True)])
def test_one_broken_thing_is_enough(checked: int, broken: int, holds: bool) -> None:
    assert InvariantResult("balance", "Every balance is the sum of its moves", checked, broken, ()).holds is holds
