"""Values become CSV text for head office, and back."""
