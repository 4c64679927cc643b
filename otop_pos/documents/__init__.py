"""Values become paper."""
