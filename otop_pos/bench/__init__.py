"""How fast, each figure beside a plain floor measured in the same run."""
