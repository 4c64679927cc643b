"""The rule book: pure rules on plain values."""
