"""Settings of this machine."""
