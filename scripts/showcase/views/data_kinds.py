"""The kinds of files of the open data that an operator may leave out: all else is few files, and always there."""

MODELS, WORKBOOK, PROVINCES = "mo-hinh", "xlsx", "tinh"
KINDS = (MODELS, WORKBOOK, PROVINCES)
"""A file beside each model; the workbook of all; two files for each province."""
