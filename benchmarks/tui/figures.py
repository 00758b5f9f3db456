"""Numbers of a sample, and how they are written."""

from statistics import median


def percentile(values, share: float) -> float:
    """The value that `share` of the sample does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def milliseconds(seconds) -> str:
    """A time as `0.45`, `43.1` or `1,072`; `–` where there is none."""
    if seconds is None:
        return "–"
    value = seconds * 1000
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def middle(values):
    """The median, or nothing of nothing."""
    values = [value for value in values if value is not None]
    return median(values) if values else None


def table(headings, rows) -> str:
    """A table in Markdown."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
