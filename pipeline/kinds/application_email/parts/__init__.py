"""The parts of the scene: each module is one thing, drawn about its own origin, and can be changed by itself."""
