"""The demo shop: a year-round craft shop of the North to look at, teach with and test on."""
