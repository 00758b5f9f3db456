"""How quiet the machine is: a loop that always does the same, and the load average."""

import os
import time

from .figures import milliseconds, percentile


class Noise:
    """Samples taken in between the measurements."""

    def __init__(self):
        self.loops, self.loads = [], []

    def sample(self):
        """One round of the loop: some milliseconds of a processor that nobody else wants."""
        start = time.perf_counter()
        total = 0
        for number in range(100_000):
            total += number & 7
        self.loops.append(time.perf_counter() - start)
        self.loads.append(os.getloadavg()[0])

    def summary(self) -> str:
        best, half, worst = min(self.loops), percentile(self.loops, 0.5), percentile(self.loops, 0.99)
        return (
            f"calibration loop {milliseconds(best)} ms at best, p50 {milliseconds(half)}, p99 {milliseconds(worst)} "
            f"({len(self.loops)} rounds); load average {min(self.loads):.1f} to {max(self.loads):.1f}"
        )
