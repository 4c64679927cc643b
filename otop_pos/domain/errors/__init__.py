"""Refusals: what the program will not do, with the data to say so clearly in the user's language.

A Refusal is an answer, not a bug: nothing was changed, the sentence says what to do. Anything else
that is raised is a bug and goes to the log.
"""

from otop_pos.domain.errors.book import (
    AgreementOverlaps,
    AgreementUsed,
    AlreadyExists,
    NoAgreement,
    NoShopYet,
    NotFound,
    UnknownCode,
)
from otop_pos.domain.errors.counter import (
    AcceptedTooMany,
    AlreadyExpired,
    DeliveryUntidy,
    DiscountTooLarge,
    EmptyBasket,
    NothingLeftToReturn,
    NotPaid,
    ReceiptChanged,
    TenderTooLarge,
    TwoSellers,
)
from otop_pos.domain.errors.day import (
    BatchChanged,
    CannotSend,
    DayStillOpen,
    NothingToSend,
    TillAlreadyOpen,
    TillNotOpen,
)
from otop_pos.domain.errors.entry import (
    BadCode,
    BadPaymentReference,
    BadPromptPayId,
    BadQuantity,
    Missing,
    NotABankSlip,
    NotADate,
    NotANumber,
    TextTooLong,
    UnreadableCode,
    UnreadableFile,
    Unwritable,
    WholePiecesOnly,
)
from otop_pos.domain.errors.refusal import Refusal
from otop_pos.domain.errors.surroundings import (
    FolderUnwritable,
    NewerDatabase,
    NotOurFile,
    PrinterSilent,
    StoreUnreachable,
)

__all__ = [
    "AcceptedTooMany",
    "AgreementOverlaps",
    "AgreementUsed",
    "AlreadyExists",
    "AlreadyExpired",
    "BadCode",
    "BadPaymentReference",
    "BadPromptPayId",
    "BadQuantity",
    "BatchChanged",
    "CannotSend",
    "DayStillOpen",
    "DeliveryUntidy",
    "DiscountTooLarge",
    "EmptyBasket",
    "FolderUnwritable",
    "Missing",
    "NewerDatabase",
    "NoAgreement",
    "NoShopYet",
    "NotABankSlip",
    "NotADate",
    "NotANumber",
    "NotFound",
    "NotOurFile",
    "NotPaid",
    "NothingLeftToReturn",
    "NothingToSend",
    "PrinterSilent",
    "ReceiptChanged",
    "Refusal",
    "StoreUnreachable",
    "TenderTooLarge",
    "TextTooLong",
    "TillAlreadyOpen",
    "TillNotOpen",
    "TwoSellers",
    "UnknownCode",
    "UnreadableCode",
    "UnreadableFile",
    "Unwritable",
    "WholePiecesOnly",
]
