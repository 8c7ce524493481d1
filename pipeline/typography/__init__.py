"""Typography: styled text and a measure become a paragraph of positioned glyphs. The door of HarfBuzz."""

from pipeline.typography import markup
from pipeline.typography.breaking import BETWEEN_PARTS, MOST_CLUSTERS, clusters, word_ends
from pipeline.typography.directions import has_direction, is_right_to_left
from pipeline.typography.faces import FaceLibrary, Family, is_tall, library
from pipeline.typography.itemizing import grapheme_borders
from pipeline.typography.masks import Bitmap, Mask, Strike, color_glyphs, has_color_glyphs, ink, ink_masks
from pipeline.typography.prepared import Prepared
from pipeline.typography.styles import AIR, LEADING, Align, Line, Paragraph, Setting, Span, StyledText, TextStyle, moved
from pipeline.typography.typesetter import Typesetter

__all__ = [
    "AIR",
    "BETWEEN_PARTS",
    "LEADING",
    "MOST_CLUSTERS",
    "Align",
    "Bitmap",
    "FaceLibrary",
    "Family",
    "Line",
    "Mask",
    "Paragraph",
    "Prepared",
    "Setting",
    "Span",
    "Strike",
    "StyledText",
    "TextStyle",
    "Typesetter",
    "clusters",
    "color_glyphs",
    "grapheme_borders",
    "has_color_glyphs",
    "has_direction",
    "ink",
    "ink_masks",
    "is_right_to_left",
    "is_tall",
    "library",
    "markup",
    "moved",
    "word_ends",
]
