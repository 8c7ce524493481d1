"""Layout: arrangements that several kinds share."""
