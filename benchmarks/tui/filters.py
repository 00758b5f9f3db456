"""From a letter typed into the filter to the rows that it leaves."""

from .emulator import Emulator
from .figures import milliseconds, middle, percentile, table
from .keys import Player
from .pty_program import COLUMNS, ROWS

# Beginnings of words in the rows of each list: names of customers, names of programs.
WORDS = {
    "Oblik": ["тар", "олен", "смі", "rené", "nová", "ковал", "зоря", "шев", "wil", "99"],
    "htop": ["pyth", "post", "obl", "tig", "sh", "git", "slee", "ps", "ht", "ini"],
}
# What takes the filter away again; once more, and Oblik would leave the list.
CLEAR = {"Oblik": [b"\x1b[24~"], "htop": [b"\x1b", b"\x1b"]}
QUIET = 0.25


def measure(players: list[Player], rounds: int, noise) -> tuple[str, dict]:
    """Types the words letter by letter, program by program in turn."""
    found = {player.contestant.name: {"times": [], "echo": [], "letters": 0} for player in players}
    screens = {player.contestant.name: _screen(player) for player in players}
    for number in range(rounds):
        for player in players:
            noise.sample()
            name = player.contestant.name
            _type(player, screens[name], WORDS[name][number % len(WORDS[name])], found[name])
    rows = [
        [name, f["letters"], milliseconds(middle(f["echo"])), len(f["times"]), milliseconds(middle(f["times"])),
         milliseconds(percentile(f["times"], 0.99) if f["times"] else None)]
        for name, f in found.items()
    ]
    headings = ["filter", "letters", "first byte p50 ms", "changed rows", "last changed row p50 ms", "p99 ms"]
    return table(headings, rows), found


def _screen(player: Player) -> Emulator:
    """What the program shows before anything is typed."""
    emulator = Emulator(ROWS, COLUMNS)
    for chunk in player.opening:
        emulator.feed(chunk.data)
    return emulator


def _type(player: Player, emulator: Emulator, word: str, found: dict):
    """Opens the filter, types `word`, and takes it away again."""
    contestant = player.contestant
    _follow(player, emulator, contestant.filter)
    for letter in word:
        echo, rows = _follow(player, emulator, letter.encode())
        found["letters"] += 1
        found["echo"].append(echo)
        if rows is not None:
            found["times"].append(rows)
    for keys in CLEAR[contestant.name]:
        _follow(player, emulator, keys)


def _follow(player: Player, emulator: Emulator, keys: bytes):
    """Seconds to the first byte, and to the last byte after which the rows are others than before."""
    row = player.contestant.row
    reply = player.program.press(keys, gap=QUIET, limit=2)
    before = [line for line in emulator.lines if row.search(line)]
    changed = None
    for chunk in reply.chunks:
        emulator.feed(chunk.data)
        after = [line for line in emulator.lines if row.search(line)]
        if after != before:
            changed, before = chunk.time - reply.written, after
    first = reply.chunks[0].time - reply.written if reply.chunks else None
    return first, changed
