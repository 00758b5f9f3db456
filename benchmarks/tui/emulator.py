"""The screen that a stream of bytes makes, as text."""

import re

import pyte

# pyte would show these on the screen, or take them for something else.
UNKNOWN = re.compile(
    rb"\x1bP.*?\x1b\\"
    rb"|\x1b\[[<>=?][0-9;:]*[^hl0-9;:]"
    rb"|\x1b\[[0-9;]*[ $]?[tqpz]",
    re.DOTALL,
)
UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<>=? $]*|P[^\x1b]*\x1b?|\][^\x07\x1b]*\x1b?)?\Z", re.DOTALL)


class Emulator:
    """A terminal of `rows` by `columns` that only shows."""

    def __init__(self, rows: int, columns: int):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.rest = b""

    def feed(self, output: bytes):
        """Shows what is complete of `output`, and keeps the rest."""
        text = self.rest + output
        cut = UNFINISHED.search(text)
        end = cut.start() if cut else len(text)
        self.rest = text[end:]
        self.stream.feed(UNKNOWN.sub(b"", text[:end]))

    @property
    def lines(self) -> list[str]:
        return self.screen.display
