"""Measures every row and prints the table of docs/benchmarks.md."""

import argparse

from bench import frames, many_runs, mechanics, memory, processes, timing, web
from bench.abuse import soaked
from bench.rows import measured, table

ROWS = [*mechanics.ROWS, *timing.ROWS, *many_runs.ROWS, *processes.ROWS, *frames.ROWS, *memory.ROWS]


def main() -> None:
    """Print the table; a missed figure is no failure, a row that can't run is one."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, within a minute")
    parser.add_argument("--web", action="store_true", help="the page in a browser instead")
    parser.add_argument(
        "--soak",
        type=float,
        nargs="?",
        const=1.0,
        metavar="SHARE",
        help="1,000,000 random events, 25,000 damaged files, 1,000 kills, or a share of that",
    )
    arguments = parser.parse_args()
    if arguments.soak:
        print(soaked(arguments.soak))
        return
    rows = web.ROWS if arguments.web else ROWS
    print(table([measured(row, quick=arguments.quick) for row in rows]))


if __name__ == "__main__":
    main()
