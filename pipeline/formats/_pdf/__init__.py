"""PDF: the parts of a document that shows scenes, a page each. `pipeline.formats.pdf` puts them together."""

PT_PER_PX = 0.75  # CSS Values and Units 4, 6.2
SPEC, WITHOUT = "Spec", "Spec-Without"  # of what a label carries: the spec, and the private keys that are not in it
WITHOUT_KEY = "VisualsWithout"
