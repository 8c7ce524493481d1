"""Drawings: a module for each form that a table takes on the board."""
