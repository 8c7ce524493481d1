"""A page on loopback with all pictures of a project, live: looked at, clicked into, edited.

watching -> what changed -> desk --asks--> press, a process of its own: specs read, pictures made
                             |
             events, answers | and words that were written: editing -> the spec's file
                             v
                      service -> web -> the page (page/: HTML, CSS and JavaScript of our own)
"""
