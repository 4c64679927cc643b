"""How far each step of the month is, read from the books."""

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.settlement.month import Month
from otop_pos.ui.settlement.step_line import Step, StepState


def steps_of(month: Month) -> tuple[Step, ...]:
    return (_drafts(month), _vouchers(month), _payments(month), _papers(month))


def _drafts(month: Month) -> Step:
    stopped, issued = month.count("stopped"), month.count("issued")
    ready = month.count("ready") + month.count("look")
    whole = stopped + ready + issued + month.count("left_out")
    if not whole:
        return Step("drafts", "waiting", lambda: _("nothing to settle"))
    if stopped:
        return Step(
            "drafts",
            "problem",
            lambda: _("{issued} of {whole} · {stopped} stopped").format(issued=issued, whole=whole, stopped=stopped),
        )
    state: StepState = "done" if issued and not ready else "open"
    return Step("drafts", state, lambda: _("{issued} of {whole} issued").format(issued=issued, whole=whole))


def _vouchers(month: Month) -> Step:
    prepare, approve = month.in_state("prepare"), month.in_state("prepared")
    if prepare:
        return Step("vouchers", "open", lambda: _("{count} to prepare").format(count=len(prepare)))
    if approve:
        total = format_baht(sum(row.net for row in approve))
        return Step(
            "vouchers", "open", lambda: _("{count} to approve · {total}").format(count=len(approve), total=total)
        )
    done = len(month.in_state("cash", "bank", "sent", "paid"))
    if not done:
        return Step("vouchers", "waiting", lambda: _("after issuing"))
    return Step("vouchers", "done", lambda: _("{count} approved").format(count=done))


def _payments(month: Month) -> Step:
    waiting, paid = month.in_state("cash", "bank", "sent"), month.in_state("paid")
    if waiting:
        total = format_baht(sum(row.net for row in waiting))
        return Step("pay", "open", lambda: _("{count} to pay · {total}").format(count=len(waiting), total=total))
    if not paid:
        return Step("pay", "waiting", lambda: _("after approval"))
    total = format_baht(sum(row.net for row in paid))
    return Step("pay", "done", lambda: _("{count} paid · {total}").format(count=len(paid), total=total))


def _papers(month: Month) -> Step:
    statements, vouchers = len(month.own), len(month.in_state("paid"))
    if not statements:
        return Step("papers", "waiting", lambda: _("earlier papers"))
    return Step(
        "papers",
        "open",
        lambda: _("{statements} statements · {vouchers} vouchers").format(statements=statements, vouchers=vouchers),
    )
