"""A program in a pseudoterminal: what is typed goes in, and everything that comes out gets its time."""

import fcntl
import os
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass

from .answers import Answers

ROWS, COLUMNS = 40, 120
# After this long without a byte the answer to a key is complete.
GAP = 0.015
READ = 65_536
APPLICATION_KEYS = b"\x1b[?1h"
FRAME = b"\x1b[?2026h"


@dataclass(frozen=True)
class Chunk:
    """The bytes of one read."""

    time: float
    data: bytes


@dataclass(frozen=True)
class Reply:
    """What came out after keys went in; times are seconds from the moment before they were written."""

    chunks: list[Chunk]
    written: float

    @property
    def bytes(self) -> int:
        return sum(len(chunk.data) for chunk in self.chunks)

    @property
    def last(self) -> float | None:
        return self.chunks[-1].time - self.written if self.chunks else None

    @property
    def frames(self) -> int:
        """Synchronized updates; of a program that makes none, reads with 2 ms and more between them."""
        marked = sum(chunk.data.count(FRAME) for chunk in self.chunks)
        if marked:
            return marked
        times = [chunk.time for chunk in self.chunks]
        return sum(1 for a, b in zip([0.0] + times, times) if b - a >= 0.002)


class PtyProgram:
    """Runs a command on a terminal of its own; `answers` says whether the terminal answers questions."""

    def __init__(self, command, environment, directory=None, typed=b"", answers=True):
        self.answers = Answers() if answers else None
        self.has_application_keys = False
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        stamp_in, stamp_out = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            self._become(command, environment, directory, slave, stamp_out)
        os.close(slave)
        os.close(stamp_out)
        os.set_blocking(self.master, False)
        self.poll = select.poll()
        self.poll.register(self.master, select.POLLIN)
        if typed:
            os.write(self.master, typed)
        self.started = struct.unpack("d", os.read(stamp_in, 8))[0]
        os.close(stamp_in)

    @staticmethod
    def _become(command, environment, directory, slave, stamp):
        try:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            if directory:
                os.chdir(directory)
            os.setpriority(os.PRIO_PROCESS, 0, 0)
            os.write(stamp, struct.pack("d", time.monotonic()))
            os.execvpe(command[0], command, environment)
        finally:
            os._exit(127)

    def read(self, timeout: float) -> Chunk | None:
        """The next bytes, or `None` after `timeout` seconds without any."""
        if not self.poll.poll(timeout * 1000):
            return None
        try:
            data = os.read(self.master, READ)
        except OSError:  # Linux says so where all others have closed the terminal.
            data = b""
        now = time.monotonic()
        if not data:
            raise EOFError(f"process {self.pid} has closed its terminal")
        if APPLICATION_KEYS in data:
            self.has_application_keys = True
        if self.answers and (answer := self.answers.to(data)):
            os.write(self.master, answer)
        return Chunk(now, data)

    def drain(self, gap: float, limit: float) -> list[Chunk]:
        """Everything up to the first `gap` without a byte; at most `limit` seconds."""
        end, chunks = time.monotonic() + limit, []
        while time.monotonic() < end:
            chunk = self.read(gap)
            if chunk is None:
                break
            chunks.append(chunk)
        return chunks

    def press(self, keys: bytes, gap: float = GAP, limit: float = 1.0) -> Reply:
        """Writes keys at once and reads what they bring; waits `limit` for its beginning and for its end."""
        written = time.monotonic()
        os.write(self.master, keys)
        first = self.read(limit)
        if first is None:
            return Reply([], written)
        return Reply([first] + self.drain(gap, limit), written)

    def cursor(self, letter: bytes) -> bytes:
        """A cursor key as the terminal sends it in the mode that the program has set."""
        return (b"\x1bO" if self.has_application_keys else b"\x1b[") + letter

    def close(self):
        """Ends the program, at first politely, and waits for its end."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                break
            if self._has_ended(within=5.0):
                break
        os.close(self.master)

    def _has_ended(self, within: float) -> bool:
        end = time.monotonic() + within
        while time.monotonic() < end:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return True
            try:
                self.read(0.02)
            except EOFError:
                time.sleep(0.01)
        return False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
