"""Readers of what authors have: one for each sort of material, for every kind of picture, for drafts and for checks.

    tables      CSV, TSV, JSON, YAML        columns    which heading means which column, in every language with words
    dates       days, months, moments       numbers    exact values with their places and units
    order       labels whose order means something      markdown   blocks with their lines, words as they are read
    mermaid     timelines and Gantt charts              answers    yes and no, however they are ticked
    sentences   a text's sentences                  counts     numbers in sentences, in figures or words
    amounts     numbers with what they count        currencies  which units are money
    complaints  of very many, the first

Values know their places; what a reader met and did not use is a `Note`. Nothing is dropped without one.
"""
