"""From a key to the last byte that it brings: rows, pages, and a thousand keys at once."""

import time
from dataclasses import dataclass, field

from .contestants import Contestant
from .figures import middle, milliseconds, percentile, table
from .processes import family, processor
from .pty_program import PtyProgram

SPACING = 0.020
BURST = 1000
PAGE_DOWN, PAGE_UP = b"\x1b[6~", b"\x1b[5~"


@dataclass
class Sample:
    """What one program did with one kind of key."""

    times: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)
    unanswered: int = 0
    processor: float = 0

    def add(self, reply):
        if reply.last is None:
            self.unanswered += 1
            return
        self.times.append(reply.last)
        self.bytes.append(reply.bytes)
        self.frames.append(reply.frames)


class Player:
    """A program that is open at its list, and where in the list it is."""

    def __init__(self, contestant: Contestant):
        self.contestant = contestant
        self.program = PtyProgram(
            contestant.command, contestant.full_environment(), contestant.directory)
        # What the program has shown until its list was there.
        self.opening = self.program.drain(gap=1.0, limit=10)
        if contestant.to_list:
            self.opening += self.program.press(contestant.to_list, gap=0.3, limit=5).chunks
        self.row, self.direction = 0, 1

    def rows(self, count: int, sample: Sample):
        """Cursor keys, one each 20 ms or when the one before is answered; back up at the end of the list."""
        for _ in range(count):
            if not 0 <= self.row + self.direction < self.contestant.length:
                self.direction = -self.direction
            self.row += self.direction
            self._press(self.program.cursor(b"B" if self.direction > 0 else b"A"), sample)

    def pages(self, count: int, sample: Sample):
        step = self.contestant.visible
        for _ in range(count):
            # A page key that finds less than a page would look cheap.
            if not 0 <= self.row + self.direction * 2 * step < self.contestant.length:
                self.direction = -self.direction
            self.row += self.direction * step
            self._press(PAGE_DOWN if self.direction > 0 else PAGE_UP, sample)

    def _press(self, keys: bytes, sample: Sample):
        start = time.monotonic()
        sample.add(self.program.press(keys))
        if (rest := start + SPACING - time.monotonic()) > 0:
            time.sleep(rest)

    def burst(self, sample: Sample):
        """A thousand cursor keys from the top of the list, in one write."""
        self.top()
        sample.add(self.program.press(self.program.cursor(b"B") * BURST, gap=0.3, limit=10))
        self.top()

    def top(self):
        self.program.press(self.program.cursor(b"H"), gap=0.3, limit=5)
        self.row, self.direction = 0, 1

    def end(self):
        """To the last row of all, for a list whose rows are not all in memory."""
        self.program.press(self.program.cursor(b"F"), gap=0.3, limit=5)
        self.row, self.direction = self.contestant.length - 1, -1

    def processor(self) -> float:
        return sum(processor(pid) for pid in family(self.program.pid))


def measure(players: list[Player], action, rounds: int, noise) -> dict[str, Sample]:
    """Lets every player do `action` in turn, round by round."""
    samples = {player.contestant.name: Sample() for player in players}
    for _ in range(rounds):
        for player in players:
            noise.sample()
            sample = samples[player.contestant.name]
            before = player.processor()
            action(player, sample)
            sample.processor += player.processor() - before
    return samples


def lines(samples: dict[str, Sample], subject: str) -> str:
    """A table of samples; ratios are against the first."""
    own = middle(next(iter(samples.values())).times)
    rows = []
    for name, sample in samples.items():
        half = middle(sample.times)
        keys = len(sample.times) + sample.unanswered
        rows.append([
            name, keys, milliseconds(half), milliseconds(percentile(sample.times, 0.99)), f"{half / own:.1f}",
            f"{middle(sample.bytes):,.0f}", f"{max(sample.bytes):,}", f"{middle(sample.frames):.0f}",
            milliseconds(sample.processor / keys), sample.unanswered,
        ])
    headings = [
        subject, "n", "p50 ms", "p99 ms", "of Oblik's", "bytes", "most bytes", "frames", "cpu ms", "unanswered"]
    return table(headings, rows)
