"""Use cases: one plain function, one transaction."""
