"""What to do about each thing that stands against a statement."""

import re
from collections.abc import Callable, Iterable

from otop_pos.i18n import _

ADVICE: tuple[tuple[Callable[[], str], Callable[[], str]], ...] = (
    (lambda: _("the cut-off is after today"), lambda: _("Choose an earlier cut-off.")),
    (lambda: _("till still open: {tills}"), lambda: _("Close it on the Day screen, or choose an earlier cut-off.")),
    (lambda: _("no agreement"), lambda: _("Sign one on the Producers screen.")),
    (lambda: _("settled already: {number}"), lambda: _("Choose a later cut-off for this producer.")),
    (lambda: _("nothing to settle"), lambda: _("Nothing to do.")),
    (
        lambda: _("{count} sales still without a lot"),
        lambda: _("Find their lots on the Stock screen; what is not found comes on the next statement."),
    ),
    (lambda: _("the agreement has ended"), lambda: _("Sign a new version on the Producers screen.")),
    (lambda: _("payments on hold: {reason}"), lambda: _("Release them here once it is settled.")),
    (lambda: _("payment {number} not finished"), lambda: _("Pay or cancel that voucher first.")),
    (lambda: _("negative, is carried on"), lambda: _("Issue it: it is taken off the next sales.")),
    (lambda: _("less than the least payment of {amount}"), lambda: _("Issue it: it is carried to the next statement.")),
    (lambda: _("no approved bank account"), lambda: _("Issue it and pay in cash, or have an account approved.")),
)
"""As the services name it (with its blanks), and what to do."""


def is_ordinary(problem: str) -> bool:
    """Worth knowing, but nothing to look into: many producers are always paid in cash."""
    return problem == _("no approved bank account")


def advice_text(problems: Iterable[str]) -> str:
    """Each problem with its advice: 'no agreement – Sign one …'."""
    return " · ".join(map(with_advice, problems))


def with_advice(problem: str) -> str:
    advice = advice_for(problem)
    return f"{problem} – {advice}" if advice else problem


def advice_for(problem: str) -> str:
    """ "" for a problem that nobody foresaw."""
    for template, advice in ADVICE:
        pattern = ".*".join(re.escape(part) for part in re.split(r"\{\w+\}", template()))
        if re.fullmatch(pattern, problem, re.DOTALL):
            return advice()
    return ""
