"""SVG: the parts of a file that shows a scene. `pipeline.formats.svg` puts them together."""
