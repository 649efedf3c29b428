"""Measures every row and prints the table of docs/benchmarks.md."""

import argparse

from bench import frames, mechanics, processes, timing
from bench.rows import measured, table

ROWS = [*mechanics.ROWS, *timing.ROWS, *processes.ROWS, *frames.ROWS]


def main() -> None:
    """Print the table; a missed figure is no failure, a row that can't run is one."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, within a minute")
    arguments = parser.parse_args()
    print(table([measured(row, quick=arguments.quick) for row in ROWS]))


if __name__ == "__main__":
    main()
