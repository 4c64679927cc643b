"""Tables and the one way to run a use case on them."""
