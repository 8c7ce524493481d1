"""`python -m pipeline`: the command `visuals` under its other name."""

from pipeline.cli import run

if __name__ == "__main__":
    run()
