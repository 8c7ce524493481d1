"""Drawings: one module for each way to draw a table on a canvas."""
