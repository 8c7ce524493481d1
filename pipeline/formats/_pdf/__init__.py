"""PDF: the parts of a document that shows scenes, a page each. `pipeline.formats.pdf` puts them together."""
