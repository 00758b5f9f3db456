"""Measures the list of orders in shops of several sizes at once, round by round, and prints the tables."""

import argparse
import sys
from contextlib import ExitStack
from datetime import date

from tui import contestants, filters, ground, keys
from tui.figures import middle, milliseconds, percentile, table
from tui.noise import Noise
from tui.processes import machine

from . import statements

LEAST = 2_000


def main():
    options = _options()
    noise, found = Noise(), {}
    with ExitStack() as stack:
        players, folders = {}, {}
        for orders in options.orders:
            folders[orders] = ground.made_shop(orders)
            stack.enter_context(ground.running_shop(folders[orders]))
            players[orders] = keys.Player(contestants.oblik(folders[orders], orders))
            stack.enter_context(players[orders].program)
            found[orders] = {"pages": keys.Sample(), "far": keys.Sample(), "search": []}
        for _ in range(options.rounds):
            for orders, player in players.items():
                _round(player, found[orders], noise)
        for number in range(options.rounds):
            for orders, player in players.items():
                # One round more than given: the words are taken in turn, and all shops are to be asked for the same.
                found[orders]["search"] += filters.measure([player], 10, noise)[1]["Oblik"]["times"]
        asked = {orders: statements.measure(folder, options.rounds) for orders, folder in folders.items()}
    print(f"    script/bench lists\n\n{date.today()}, {machine()}. Noise: {noise.summary()}.\n")
    print(_in_the_terminal(found), "\n")
    print(_in_the_database(asked))


def _round(player: keys.Player, found: dict, noise: Noise):
    """Pages from the top down, and from the end up: past what is held in memory in both directions."""
    noise.sample()
    player.top()
    player.pages(20, found["pages"])
    player.end()
    player.pages(20, found["far"])
    player.top()


def _in_the_terminal(found: dict) -> str:
    def both(times):
        return f"{milliseconds(middle(times))} / {milliseconds(percentile(times, 0.99))}"

    rows = [
        [f"{orders:,}", both(f["pages"].times), both(f["far"].times), both(f["search"]), len(f["search"])]
        for orders, f in found.items()]
    first, last = found[min(found)], found[max(found)]

    def growth(name):
        times = [f[name] if name == "search" else f[name].times for f in (first, last)]
        return f"{middle(times[1]) / middle(times[0]):.2f}"

    rows.append(["growth of p50"] + [growth(name) for name in ("pages", "far", "search")] + ["–"])
    headings = ["orders", "page p50 / p99 ms", "page at the end", "letter to filtered rows", "letters"]
    return table(headings, rows)


def _in_the_database(asked: dict) -> str:
    names = list(next(iter(asked.values())))
    rows = [[f"{orders:,}"] + [f"{a[name]:,.2f}" for name in names] for orders, a in asked.items()]
    first, last = asked[min(asked)], asked[max(asked)]
    rows.append(["growth"] + [f"{last[name] / first[name]:.2f}" for name in names])
    return table(["orders", *names], rows)


def _options():
    parser = argparse.ArgumentParser(prog="script/bench lists", description=__doc__)
    parser.add_argument("--orders", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if min(options.orders) < LEAST:
        sys.exit(f"script/bench lists: a shop of fewer than {LEAST:,} orders has no pages to go through")
    return options


main()
