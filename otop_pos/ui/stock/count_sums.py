"""What a count comes to: how much is missing or too much, and who bears it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.count import CountLine
from otop_pos.domain.quantity import times
from otop_pos.domain.stock_note import compensation_of


@dataclass(frozen=True, slots=True)
class CountSums:
    """Quantities in thousandths, money in satang. `credited` is what the centre owes the producers for what is
    missing, `borne` the part of the agreed values that the producers bear themselves."""

    short: int = 0
    short_value: int = 0
    over: int = 0
    over_value: int = 0
    credited: int = 0
    borne: int = 0
    is_known: bool = True


def credit_of(line: CountLine, policies: Mapping[int, Bearer]) -> int | None:
    """Satang for the producer if the line is posted as it is; None while its agreement is being read."""
    missing = -(line.difference or 0)
    if missing <= 0:
        return 0
    policy = policies.get(line.lot_id)
    return None if policy is None else compensation_of(missing, line.agreed_value, policy)


def sum_up(lines: Sequence[CountLine], policies: Mapping[int, Bearer]) -> CountSums:
    short = [line for line in lines if (line.difference or 0) < 0]
    over = [line for line in lines if (line.difference or 0) > 0]
    per_line = [credit_of(line, policies) for line in short]
    credited = sum(credit or 0 for credit in per_line)
    agreed = sum(times(-(line.difference or 0), line.agreed_value) for line in short)
    return CountSums(
        short=-sum(line.difference or 0 for line in short),
        short_value=sum(times(-(line.difference or 0), line.price) for line in short),
        over=sum(line.difference or 0 for line in over),
        over_value=sum(times(line.difference or 0, line.price) for line in over),
        credited=credited,
        borne=agreed - credited,
        is_known=None not in per_line,
    )
