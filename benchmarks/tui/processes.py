"""What the kernel says of processes: who descends from whom, memory, wake-ups, processor time."""

import os
import re
from pathlib import Path

PROC = Path("/proc")


def _read(path) -> str:
    try:
        return path.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def family(root: int) -> list[int]:
    """A process and all that descend from it, oldest first."""
    children = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (stat := _read(entry / "stat")):
            parent = int(stat.rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(entry.name))
    found, queue = [], [root]
    while queue:
        found.append(queue.pop(0))
        queue += sorted(children.get(found[-1], []))
    return found


def memory(pid: int) -> dict[str, float]:
    """Rss and Pss in MB."""
    text = _read(PROC / str(pid) / "smaps_rollup")
    return {key: int(re.search(rf"^{key}: +(\d+)", text, re.M)[1]) / 1024 for key in ("Rss", "Pss")}


def wakeups(pid: int) -> int:
    """How often threads of the process have gone to sleep of themselves, and so been woken."""
    return sum(
        int(match[1])
        for task in (PROC / str(pid) / "task").iterdir()
        if (match := re.search(r"^voluntary_ctxt_switches:\s+(\d+)", _read(task / "status"), re.M))
    )


def processor(pid: int) -> float:
    """Seconds that the threads of the process have run for."""
    schedules = [_read(task / "schedstat") for task in (PROC / str(pid) / "task").iterdir()]
    return sum(int(text.split()[0]) for text in schedules if text) / 1e9


def machine() -> str:
    """Processor, cores, memory and kernel on one line."""
    model = re.search(r"^model name\s*: (.*)", _read(PROC / "cpuinfo"), re.M)
    total = int(re.search(r"^MemTotal: +(\d+)", _read(PROC / "meminfo"), re.M)[1]) / 1024 / 1024
    name = model[1] if model else os.uname().machine
    return f"{name}, {os.cpu_count()} cores, {total:.0f} GB, Linux {os.uname().release}"
