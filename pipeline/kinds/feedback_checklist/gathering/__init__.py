"""Gathering: the items of a checklist from a file beside its spec, as Markdown task lists or as a table."""
