"""From exec to the first byte, the first picture with content, and a screen full of rows."""

import os
import time
from dataclasses import dataclass

from .contestants import Contestant
from .emulator import Emulator
from .figures import middle, milliseconds, table
from .pty_program import COLUMNS, ROWS, PtyProgram

QUIET, LIMIT = 0.15, 8.0


@dataclass(frozen=True)
class Start:
    """Seconds from exec; `None` for what was not seen within the limit."""

    first_byte: float | None
    header: float | None
    rows: float | None
    bytes: int


def start(contestant: Contestant, typed_ahead=False, answers=True) -> Start:
    """Starts the program once; what leads to its list is typed before it runs, or when its header is there."""
    typed = contestant.to_list if typed_ahead else b""
    later = b"" if typed_ahead else contestant.to_list
    with PtyProgram(
        contestant.command, contestant.full_environment(), contestant.directory, typed, answers
    ) as program:
        return _watch(contestant, program, later)


def _watch(contestant: Contestant, program: PtyProgram, later: bytes) -> Start:
    emulator = Emulator(ROWS, COLUMNS)
    chunks, seen, shown = [], {}, 0
    end = time.monotonic() + LIMIT
    while "rows" not in seen and time.monotonic() < end:
        # Emulating takes its time: what has come is looked at when nothing more comes.
        new = _collect(program, chunks, later)
        later = b"" if new else later
        for chunk in chunks[shown:]:
            emulator.feed(chunk.data)
            if "header" not in seen and contestant.has_header(emulator.lines):
                seen["header"] = chunk.time
            if "rows" not in seen and contestant.is_full(emulator.lines):
                seen["rows"] = chunk.time
        shown = len(chunks)
    since = {key: value - program.started for key, value in seen.items()}
    # What is typed before the program has the terminal is echoed by the kernel; programs begin with an escape.
    first = next((chunk.time - program.started for chunk in chunks if b"\x1b" in chunk.data), None)
    return Start(first, since.get("header"), since.get("rows"), sum(len(chunk.data) for chunk in chunks))


def _collect(program: PtyProgram, chunks: list, later: bytes) -> bool:
    """Reads until it is quiet; types `later` behind the first picture, and says whether it has."""
    typed = False
    while chunk := program.read(QUIET):
        chunks.append(chunk)
        if later and not typed and b"New order" in b"".join(c.data for c in chunks):
            os.write(program.master, later)
            typed = True
    return typed


def compare(contestants: list[Contestant], rounds: int, noise) -> tuple[str, dict]:
    """All programs in turn, round by round."""
    ways = {contestant.name: (contestant, {}) for contestant in contestants}
    first = contestants[0]
    ways[f"{first.name}, key typed ahead"] = (first, {"typed_ahead": True})
    ways[f"{first.name}, typed ahead, a silent terminal"] = (first, {"typed_ahead": True, "answers": False})
    runs = {name: [] for name in ways}
    for _ in range(rounds):
        noise.sample()
        for name, (contestant, how) in ways.items():
            runs[name].append(start(contestant, **how))
    figures = {name: _summary(found) for name, found in runs.items()}
    lines = [
        [name] + [f"{milliseconds(best)} / {milliseconds(half)}" for best, half in list(values.values())[:3]]
        + [f"{values['bytes']:,}", values["missed"]]
        for name, values in figures.items()
    ]
    headings = ["start", "first byte", "header", "screen full of rows", "bytes", "not seen"]
    return table(headings, lines), figures


def _summary(found: list[Start]) -> dict:
    def both(values):
        values = [value for value in values if value is not None]
        return (min(values), middle(values)) if values else (None, None)

    return {
        "first_byte": both([s.first_byte for s in found]), "header": both([s.header for s in found]),
        "rows": both([s.rows for s in found]), "bytes": round(middle([s.bytes for s in found])),
        "missed": sum(1 for s in found if s.rows is None),
    }
