"""`python -m pipeline`: the command `visuals` under its other name."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
