"""Runs every measurement in turn and prints the tables, ready for RESULTS.md."""

import argparse
import gc
import os
import subprocess
import sys
from contextlib import ExitStack
from datetime import date

from . import contestants, filters, goals, ground, idle, keys, starts
from .noise import Noise
from .processes import machine

CROWD, LIST = 400, 5000


def main():
    options = _options()
    _take_precedence()
    noise, found, parts = Noise(), {}, []

    def note(title, text):
        print(f"\n{title}\n\n{text}", file=sys.stderr, flush=True)
        parts.append(text)

    data = ground.made_shop(options.orders)
    history = ground.made_history(LIST)
    with ground.running_shop(data) as server, ground.crowd(CROWD):
        oblik = contestants.oblik(data, options.orders)
        programs = [oblik, contestants.tig(history, LIST), contestants.htop(CROWD), contestants.textual(LIST)]
        text, found["starts"] = starts.compare(programs, options.starts, noise)
        note("starts", text)
        with ExitStack() as stack:
            players = [_open(stack, program) for program in programs]
            _measure_keys(players, stack, oblik, options.rounds, noise, found, note)
            text, found["idle"] = idle.measure(players, server)
            note("idle", text)
        with ExitStack() as stack:
            players = [_open(stack, program) for program in programs if program.filter]
            text, found["filters"] = filters.measure(players, 10 if options.rounds > 1 else 3, noise)
            note("filters", text)
    print(_report(options, parts, goals.compare(found), noise))


def _measure_keys(players, stack, oblik, rounds, noise, found, note):
    peers = [*players, _open(stack, contestants.in_true_color(oblik)), _open(stack, contestants.floor())]
    found["rows"] = keys.measure(peers, lambda player, sample: player.rows(50, sample), rounds, noise)
    note("rows", keys.lines(found["rows"], "cursor down"))
    for player in players:
        player.top()
    found["pages"] = keys.measure(players, lambda player, sample: player.pages(20, sample), rounds, noise)
    note("pages", keys.lines(found["pages"], "page"))
    players[0].end()
    found["far pages"] = keys.measure(players[:1], lambda player, sample: player.pages(20, sample), rounds, noise)
    note("far pages", keys.lines(found["far pages"], "page up from the end"))
    found["bursts"] = keys.measure(players, lambda player, sample: player.burst(sample), rounds, noise)
    note("bursts", keys.lines(found["bursts"], "1,000 keys at once"))


def _open(stack: ExitStack, contestant) -> keys.Player:
    player = keys.Player(contestant)
    stack.enter_context(player.program)
    return player


def _options():
    parser = argparse.ArgumentParser(prog="script/bench tui", description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000, help="orders behind Oblik's list")
    parser.add_argument("--rounds", type=int, default=6, help="rounds of 50 cursor keys, 20 pages and one burst")
    parser.add_argument("--starts", type=int, default=20, help="starts of each program")
    return parser.parse_args()


def _take_precedence():
    """A measuring program that waits for the processor measures its own wait; the programs stay as they are."""
    gc.disable()
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    except PermissionError:
        print("without root, the times hold the harness's own waits as well", file=sys.stderr)


def _report(options, parts, verdicts, noise) -> str:
    commit = subprocess.run(
        ["git", "-C", str(contestants.ROOT), "describe", "--always", "--dirty"], capture_output=True, text=True)
    head = (
        f"Commit {commit.stdout.strip() or 'unknown'}, {date.today()}, {machine()}. {options.orders:,} orders; "
        f"tig over {LIST:,} commits, htop over {CROWD} sleeping processes, the DataTable over {LIST:,} rows. "
        f"Noise: {noise.summary()}.")
    command = "    script/bench tui" + "".join(
        f" --{name} {value}" for name, value in vars(options).items()
        if value != {"orders": 1_000_000, "rounds": 6, "starts": 20}[name])
    return "\n\n".join([command, head, verdicts, *parts])


main()
