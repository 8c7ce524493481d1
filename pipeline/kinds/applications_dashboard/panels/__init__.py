"""The panels below the tiles: one module each, with `draw(pen, frame, content, cell)`."""
