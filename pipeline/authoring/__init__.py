"""What helps an author: starter specs, schemas for editors, contact sheets, a gallery, pictures that know their spec.

starters    a first spec of each kind, every key explained
schemas     JSON Schema of each kind, for editors
sheets      several layouts on one picture
gallery     a page of all specs in all themes
extracting  the spec that a picture holds
watching    building again whenever a file changes
examining   what is right and wrong with this installation and project
"""
