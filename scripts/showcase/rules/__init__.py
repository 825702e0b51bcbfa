"""One rule asks one question; it is one file with one generator, whose docstring is its page in the editors' guide.

A rule of a file is asked of each submission alone; a rule of the catalogue is asked of all of them together. Both get
the `Setting`, yield problems, and never raise. Adding a rule: one file here, its name in a list of `book`, its test.

The docstring is Markdown in Vietnamese: its first paragraph is the question that the rule asks, the rest says why and
shows an example, wrong and right. `NAME` stands in brackets in every message and never changes.
"""
