"""Plugins for site generators: pictures made before the site, and a social card for each of its pages.

mkdocs, sphinx     one module for each generator, and its door
specs              the stale pictures of a project
words -> cards     what a page's card says -> its picture, made again only when something in it changed
social             the options of Material's social plugin, as ours
tags               what the head of a page says of its card
"""
