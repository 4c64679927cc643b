"""What can be chosen in terms, in plain words."""

from collections.abc import Sequence

from otop_pos.domain.agreement import Bearer, EndAction, PayoutCycle, RateBase, RateMethod, TaxMode
from otop_pos.domain.withholding import WITHHOLDING_RULES
from otop_pos.i18n import _
from otop_pos.ui.widgets.label import Said

Options = Sequence[tuple[str, Said]]


def methods() -> Options:
    return (
        (RateMethod.PERCENT, lambda: _("a percentage")),
        (RateMethod.FIXED_DUE, lambda: _("a fixed amount per piece")),
        (RateMethod.PERCENT_MIN, lambda: _("a percentage, at least an amount")),
    )


def bases() -> Options:
    return (
        (RateBase.BEFORE_VAT, lambda: _("of the price before VAT")),
        (RateBase.AFTER_VAT, lambda: _("of the price with VAT")),
    )


def bearers() -> Options:
    return (
        (Bearer.CENTRE, lambda: _("the centre")),
        (Bearer.PRODUCER, lambda: _("the producer")),
        (Bearer.SHARED, lambda: _("both in proportion")),
    )


def endings() -> Options:
    return (
        (EndAction.ASK, lambda: _("ask the producer")),
        (EndAction.RETURN, lambda: _("back to the producer")),
        (EndAction.DONATE, lambda: _("donate")),
    )


def cycles() -> Options:
    return (
        (PayoutCycle.MONTHLY, lambda: _("every month")),
        (PayoutCycle.TWICE_MONTHLY, lambda: _("twice a month")),
        (PayoutCycle.WEEKLY, lambda: _("every week")),
    )


def tax_modes() -> Options:
    return (
        (TaxMode.NONE, lambda: _("no VAT")),
        (TaxMode.FULL_PRICE, lambda: _("the centre owes VAT on the whole price")),
        (TaxMode.COMMISSION_ONLY, lambda: _("agent: VAT on the commission only")),
        (TaxMode.PRODUCER_VAT, lambda: _("agent: the producer owes VAT on the price")),
    )


def withholdings() -> Options:
    return tuple((key, rule.title) for key, rule in WITHHOLDING_RULES.items())
