"""Hardware and the operating system, each call with a time limit."""
