"""What is said about producers and their terms, in the language of the screen."""

from datetime import date

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.bank_account import BANKS, BankAccount
from otop_pos.domain.bank_number import format_account
from otop_pos.domain.money import format_baht
from otop_pos.domain.producer import PRODUCER_KIND_TH, ProducerKind
from otop_pos.domain.standard import STANDARD_EN, STANDARD_TH, Standard, StandardKind
from otop_pos.i18n import _, current_language
from otop_pos.ui.style import Tone
from otop_pos.ui.wording import date_text, is_thai, named

SOON = 60
"""Days before a standard lapses from which on somebody is reminded."""
_KIND_EN = {
    ProducerKind.COMMUNITY: "Community group",
    ProducerKind.SINGLE_OWNER: "Single owner",
    ProducerKind.SME: "SME",
}


def kind_name(kind: ProducerKind) -> str:
    return PRODUCER_KIND_TH[kind] if is_thai() else _KIND_EN[kind]


def standard_name(kind: StandardKind) -> str:
    return (STANDARD_TH if is_thai() else STANDARD_EN)[kind]


def bank_name(code: str) -> str:
    return named(*BANKS[code]) if code in BANKS else code


def account_text(account: BankAccount) -> str:
    """'ธ.กรุงไทย 123-4-56789-0'; of PromptPay alone its number."""
    if account.account:
        return f"{bank_name(account.bank)} {format_account(account.account)}"
    return f"PromptPay {account.promptpay}"


def terms(agreement: Agreement, products: dict[int, str] | None = None) -> tuple[str, ...]:
    """The agreement in plain sentences."""
    from otop_pos.documents.agreement_words import agreement_sentences

    return agreement_sentences(agreement, current_language(), products)


def agreement_name(agreement: Agreement) -> str:
    """'Agreement 3/2569, version 2'."""
    version = _("version {version}").format(version=agreement.version)
    name = _("Agreement {number}").format(number=agreement.number) if agreement.number else _("Agreement")
    return f"{name} · {version}"


def agreement_days(agreement: Agreement) -> str:
    since = date_text(agreement.valid_from)
    if agreement.valid_to is None:
        return _("since {day}").format(day=since)
    return f"{since} – {date_text(agreement.valid_to)}"


def lapse_text(standard: Standard, today: date) -> str:
    days = standard.days_left(today)
    if days is None:
        return _("does not lapse")
    if days < 0:
        return _("lapsed {days} days ago").format(days=-days)
    return _("lapses today") if days == 0 else _("{days} days left").format(days=days)


def lapse_tone(standard: Standard, today: date) -> Tone:
    days = standard.days_left(today)
    if days is None or days > SOON:
        return "ink2"
    return "danger" if days < 0 else "warn"


def signed_baht(amount: int) -> str:
    """'+1,250.00', '−75.00', '0.00'."""
    return f"+{format_baht(amount)}" if amount > 0 else format_baht(amount).replace("-", "−")
