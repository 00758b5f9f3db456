"""Measures starts, the very first one included, and what the programs take; prints the tables."""

import argparse
import os
import re
import shutil
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui import contestants, ground, starts
from tui.emulator import Emulator
from tui.figures import middle, milliseconds, table
from tui.noise import Noise
from tui.processes import family, machine, memory
from tui.pty_program import COLUMNS, ROWS, PtyProgram

CROWD, LIST = 400, 5000
# The status line once the database is there.
READY = re.compile(r"^ Oblik .*[●•*] db ")
LIMIT = 60.0


def main():
    options = _options()
    noise = Noise()
    data = ground.made_shop(options.orders)
    history = ground.made_history(LIST)
    with ground.running_shop(data), ground.crowd(CROWD):
        programs = [
            contestants.oblik(data, options.orders), contestants.tig(history, LIST), contestants.htop(CROWD),
            contestants.textual(LIST)]
        warm, _ = starts.compare(programs, options.starts, noise)
        taken = _taken(programs)
    first = [_first_run() for _ in range(options.first_runs)]
    print(f"    script/bench start\n\n{date.today()}, {machine()}. {options.orders:,} orders.")
    print(f"Noise: {noise.summary()}.")
    print(f"\nBest / median of {options.starts} starts, ms.\n\n{warm}\n\n{taken}\n")
    rows = [
        [name, milliseconds(min(run[name] for run in first)), milliseconds(middle([run[name] for run in first]))]
        for name in first[0]]
    print(f"The very first start, which makes the database; best and median of {options.first_runs}.\n")
    print(table(["until", "best ms", "median ms"], rows))


def _first_run() -> dict[str, float]:
    """A start on a machine that has never seen Oblik: no cluster, no state."""
    with tempfile.TemporaryDirectory() as folder:
        # As root, the cluster belongs to another account, which has to get there.
        os.chmod(folder, 0o755)
        oblik = contestants.oblik(Path(folder) / "data", 0)
        oblik = replace(oblik, environment={**oblik.environment, "XDG_STATE_HOME": f"{folder}/state"})
        with PtyProgram(oblik.command, oblik.full_environment()) as program:
            emulator, seen = Emulator(ROWS, COLUMNS), {}
            end = time.monotonic() + LIMIT
            while "the database is there" not in seen and time.monotonic() < end:
                if chunk := program.read(1.0):
                    emulator.feed(chunk.data)
                    if oblik.has_header(emulator.lines):
                        seen.setdefault("first picture", chunk.time - program.started)
                    if any(READY.search(line) for line in emulator.lines):
                        seen["the database is there"] = chunk.time - program.started
            if "the database is there" not in seen:
                raise TimeoutError(f"no database within {LIMIT} s; the screen:\n" + "\n".join(emulator.lines))
            return seen


def _taken(programs) -> str:
    """Resident memory at rest, and the size of what is run."""
    rows = []
    for contestant in programs:
        with PtyProgram(contestant.command, contestant.full_environment(), contestant.directory) as program:
            program.drain(gap=1.0, limit=10)
            held = [memory(pid) for pid in family(program.pid)]
        file = Path(shutil.which(contestant.command[0]) or contestant.command[0]).resolve()
        rows.append([
            contestant.name, len(held), f"{sum(m['Rss'] for m in held):.1f}", f"{sum(m['Pss'] for m in held):.1f}",
            f"{file.stat().st_size / 1024 / 1024:.1f}"])
    return table(["at rest", "processes", "RSS MB", "PSS MB", "program file MB"], rows)


def _options():
    parser = argparse.ArgumentParser(prog="script/bench start", description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--starts", type=int, default=20)
    parser.add_argument("--first-runs", type=int, default=5)
    return parser.parse_args()


main()
