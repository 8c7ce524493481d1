"""The door of the command `visuals`: it finds our package, whatever else is called `pipeline`."""

import os
import sys


def main() -> None:
    """Run the command."""
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from pipeline.cli import run

    run()
