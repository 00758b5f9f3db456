"""Programs that nobody touches: bytes, wake-ups, processor time, and the memory that they hold."""

import time

from .figures import table
from .keys import Player
from .processes import family, memory, processor, wakeups

SECONDS = 10.0


def parts(players: list[Player], server: int) -> dict[str, list[int]]:
    """The processes of each part; Oblik's guard and the PostgreSQL under it are parts of their own."""
    found = {}
    for player in players:
        name, pids = player.contestant.name, family(player.program.pid)
        if name == "Oblik":
            found[name], found["its guard"], found["its PostgreSQL"] = pids[1:], pids[:1], family(server)
        else:
            found[name] = pids
    return found


def measure(players: list[Player], server: int) -> tuple[str, dict]:
    """Leaves all programs alone at once."""
    groups = parts(players, server)
    for player in players:
        player.program.drain(gap=0.5, limit=3)
    before = {name: _count(pids) for name, pids in groups.items()}
    written = _watch(players)
    figures = {}
    for name, pids in groups.items():
        after = _count(pids)
        woken, ran = after[0] - before[name][0], after[1] - before[name][1]
        held = [memory(pid) for pid in pids]
        figures[name] = {
            "bytes": written.get(name), "wakeups": woken / SECONDS, "cpu": 100 * ran / SECONDS,
            "Rss": sum(m["Rss"] for m in held), "Pss": sum(m["Pss"] for m in held), "processes": len(pids)}
    rows = [
        [name, f["processes"], "–" if f["bytes"] is None else f"{f['bytes']:,}", f"{f['wakeups']:.1f}",
         f"{f['cpu']:.2f}", f"{f['Pss']:.1f}", f"{f['Rss']:.1f}"]
        for name, f in figures.items()
    ]
    headings = ["idle", "processes", "bytes in 10 s", "wake-ups/s", "cpu %", "PSS MB", "RSS MB"]
    return table(headings, rows), figures


def _count(pids):
    return sum(wakeups(pid) for pid in pids), sum(processor(pid) for pid in pids)


def _watch(players: list[Player]) -> dict[str, int]:
    """Sleeps, then counts what has come; terminals hold it meanwhile, and 4 KB are more than anybody should write."""
    end = time.monotonic() + SECONDS
    written = {player.contestant.name: 0 for player in players}
    while (rest := end - time.monotonic()) > 0:
        time.sleep(min(rest, 0.5))
        for player in players:
            while chunk := player.program.read(0):
                written[player.contestant.name] += len(chunk.data)
    return written
