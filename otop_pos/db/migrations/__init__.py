"""Schema versions. A released migration is never edited; tests upgrade a small database of each."""
