"""Tries, as every user of a terminal and as nobody, whether the citizen can be seen; started by deploy/isolation (docs/proof/isolation.md)."""
