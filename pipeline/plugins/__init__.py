"""Plugins for site generators: pictures made before the site, and a social card for each of its pages.

mkdocs, sphinx     one module for each generator, and its door
specs              the stale pictures of a project
figures            one picture for one place in an article
words -> cards     what a page's card says -> its picture
kept               pictures without a spec's file of their own, drawn again only when something in them changed
social             the options of Material's social plugin, as ours
tags               what the head of a page says of its card
"""
