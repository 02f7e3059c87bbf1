"""Searches a terminal for anything of a citizen who has left; started by deploy/residue, described in docs/proof/residue.md."""
