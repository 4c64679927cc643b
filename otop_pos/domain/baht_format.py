"""Satang as people read them; apart from money.py because refusals speak of amounts too."""

BAHT = 100


def format_baht(satang: int) -> str:
    """107000 → '1,070.00'; the minus is a real minus sign on paper and screen."""
    sign = "\N{MINUS SIGN}" if satang < 0 else ""
    return f"{sign}{abs(satang) // BAHT:,}.{abs(satang) % BAHT:02d}"
