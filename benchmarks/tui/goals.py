"""What was asked for beside what was reached: the musts, and the moonshots of the plan."""

from dataclasses import dataclass

from .figures import middle, percentile, table


@dataclass(frozen=True)
class Goal:
    """A quantity that had better be small."""

    name: str
    must: float
    moonshot: float | None
    reached: float
    unit: str

    @property
    def verdict(self) -> str:
        if self.moonshot is not None and self.reached <= self.moonshot:
            return "moonshot"
        return "must" if self.reached <= self.must else "**missed**"

    def line(self):
        def write(value):
            return "–" if value is None else f"{value:,.2f}".rstrip("0").rstrip(".")

        return [
            self.name, f"{write(self.must)} {self.unit}".strip(), f"{write(self.moonshot)} {self.unit}".strip(),
            f"{write(self.reached)} {self.unit}".strip(), self.verdict]


def compare(found: dict) -> str:
    """The table of goals, from the figures of all measurements."""
    rows, pages, bursts = found["rows"], found["pages"], found["bursts"]
    own, far, burst = rows["Oblik"], found["far pages"]["Oblik"], bursts["Oblik"]
    starts, idle, typed = found["starts"], found["idle"], found["filters"]["Oblik"]
    half = middle(own.times)

    def ms(seconds):
        return seconds * 1000

    def best(name, what):
        seconds = starts[name][what][0]
        return float("inf") if seconds is None else seconds * 1000

    process = idle["Oblik"]
    goals = [
        Goal("cursor move, key to last byte, p50 (must: tig's)", ms(middle(rows["tig"].times)), 0.5, ms(half), "ms"),
        Goal("the same, p99", 8, 3, ms(percentile(own.times, 0.99)), "ms"),
        Goal("share of the DataTable's p50", 0.1, None, half / middle(rows["Textual DataTable"].times), ""),
        Goal("bytes a move, median", 400, 250, middle(own.bytes), "B"),
        Goal("bytes a page, median", 6144, 3072, middle(pages["Oblik"].bytes), "B"),
        Goal("processor time a move", 1, 0.3, ms(own.processor / max(len(own.times), 1)), "ms"),
        Goal("page at the far end, p99", 25, 8, ms(percentile(far.times, 0.99)), "ms"),
        Goal("1,000 keys at once, frames", 10, 3, middle(burst.frames), ""),
        Goal("1,000 keys at once, to the last byte", 50, 10, ms(middle(burst.times)), "ms"),
        Goal("letter to filtered rows, p99", 60, 16, ms(percentile(typed["times"], 0.99)), "ms"),
        Goal("idle, bytes in 10 s", 33, 0, process["bytes"], "B"),
        Goal("idle, wake-ups a second", 0, 0, process["wakeups"], ""),
        Goal("idle, processor", 0.1, 0, process["cpu"], "%"),
        Goal("memory with its guard, resident", 40, 15, process["Rss"] + idle["its guard"]["Rss"], "MB"),
        Goal("the same, proportional (PSS)", 40, 15, process["Pss"] + idle["its guard"]["Pss"], "MB"),
        Goal("exec to the first frame, best", 50, 15, best("Oblik", "header"), "ms"),
        Goal("exec to a screen full of rows, key typed ahead, best", 120, 40,
             best("Oblik, key typed ahead", "rows"), "ms"),
    ]
    return table(["goal", "must", "moonshot", "reached", "verdict"], [goal.line() for goal in goals])
