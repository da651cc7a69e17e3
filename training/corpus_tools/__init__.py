"""The tools of the open corpus in `training/corpus`: writing it, checking it, measuring it, splitting it.

Run from the repository's root: ``python -m training.corpus_tools --help``.
"""
