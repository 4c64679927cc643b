"""Thai digits ๐–๙ mean the same as 0–9 in every box."""

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def to_arabic_digits(text: str) -> str:
    return text.translate(_TO_ARABIC)
