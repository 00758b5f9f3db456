"""The programs that are measured, and how each is asked for the same thing."""

import os
import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDER = ROOT / ".build-bench"

# A number, a day and a minute, as the rows of orders begin.
ORDER = re.compile(r"^.   +\d+  \d{4}-\d\d-\d\d \d\d:\d\d  ")


@dataclass(frozen=True)
class Contestant:
    """A program with a list."""

    name: str
    command: list[str]
    # What the first picture with content shows, and what a row of the list looks like.
    header: re.Pattern
    row: re.Pattern
    # How many rows a full screen shows, and how many the list has.
    visible: int
    length: int
    environment: dict[str, str] = field(default_factory=dict)
    directory: Path | None = None
    # What leads from the first picture to the list.
    to_list: bytes = b""
    # What opens the filter; empty where there is none.
    filter: bytes = b""
    to_top: bytes = b"\x1b[H"

    def full_environment(self) -> dict[str, str]:
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "USER") if key in os.environ}
        return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **self.environment}

    def is_full(self, lines: list[str]) -> bool:
        return sum(1 for line in lines if self.row.search(line)) >= self.visible

    def has_header(self, lines: list[str]) -> bool:
        return any(self.header.search(line) for line in lines)


def oblik(data: Path, orders: int) -> Contestant:
    """Oblik as it comes, HTTP listener included, on the private cluster under `data`; a list alone, as the others show."""
    program = ROOT / ".build/release/oblik"
    return Contestant(
        "Oblik", [str(program), "--data-dir", str(data), "--http-port", "0"],
        header=re.compile(r"^ Oblik "), row=ORDER, visible=35, length=orders,
        environment={
            "XDG_STATE_HOME": str(FOLDER / "state"), "OBLIK_SESSION": "false", "OBLIK_ASIDE": "false",
        }, to_list=b"2", filter=b"\x1bOS",
    )


def in_true_color(contestant: Contestant) -> Contestant:
    """The same on a terminal that promises 24-bit colours."""
    environment = {**contestant.environment, "COLORTERM": "truecolor"}
    return replace(contestant, name=f"{contestant.name}, 24-bit colours", environment=environment)


def tig(history: Path, commits: int) -> Contestant:
    return Contestant(
        "tig", ["tig"], header=re.compile(r"^\d{4}-\d\d-\d\d "), row=re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d"),
        visible=38, length=commits, directory=history, environment={"TIGRC_USER": "/dev/null"},
    )


def htop(length: int) -> Contestant:
    return Contestant(
        "htop", ["htop", "--delay=100"], header=re.compile(r"PID.*USER"), row=re.compile(r"^ *\d+ \w+ +-?\w+ +-?\d+ "),
        visible=25, length=length, environment={"HTOPRC": str(FOLDER / "htoprc")}, filter=b"\x1bOS",
    )


def textual(rows: int) -> Contestant:
    return Contestant(
        "Textual DataTable", [sys.executable, "-B", str(HERE / "table_app.py"), str(rows)],
        header=re.compile(r"No\. +Placed"), row=re.compile(r"^ +\d+ +\d{4}-\d\d-\d\d \d\d:\d\d"),
        visible=38, length=rows,
    )


def floor() -> Contestant:
    """What a pseudoterminal costs by itself: `cat` sends each key back."""
    return Contestant(
        "floor (`cat`)", ["sh", "-c", "stty raw -echo; exec cat"], header=re.compile("never"),
        row=re.compile("never"), visible=0, length=1 << 40,
    )
