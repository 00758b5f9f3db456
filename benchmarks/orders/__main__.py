"""Has every server take orders from 1, 8 and 64 clients in turn, round by round, and prints the tables for RESULTS.md."""

import argparse
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date

from tui.figures import middle, table
from tui.ground import made_shop, running_shop
from tui.noise import Noise
from tui.processes import machine
from web import servers
from web.servers import HERE
from web.shop import largest, prepared, sql
from web.wrk import wrk

from .pgbench import pgbench

CLIENTS = [1, 8, 64]
# What Oblik has to be, times the others: pgbench at its best number of clients, FastAPI at 64.
MUST = {"any goods": {"pgbench": 1.2, "FastAPI": 4}, "one product": {"pgbench": 2.5, "FastAPI": 7}}


@dataclass
class Pgbench:
    """What asks the database itself."""

    dsn: dict
    name: str = "pgbench"


def main():
    options = _options()
    data = made_shop(options.orders)
    noise, found = Noise(), {}
    with running_shop(data):
        # pgbench has a connection for each client, more than a desk needs; it counts from the next start.
        sql(data, "-c", f"ALTER SYSTEM SET max_connections = {max(options.clients) + 40}")
    with running_shop(data), ExitStack() as stack:
        dsn = prepared(data)
        contestants = [
            stack.enter_context(servers.oblik(data)), Pgbench(dsn), stack.enter_context(servers.fastapi(dsn, 2)),
            stack.enter_context(servers.express(dsn))]
        sizes = largest(data, "s_product"), largest(data, "s_user")
        for goods, always in (("any goods", 0), ("one product", 1)):
            for clients in options.clients:
                for contestant in contestants:
                    _place(contestant, clients, 1, *sizes, always)
                for _ in range(options.rounds):
                    for contestant in contestants:
                        noise.sample()
                        sample = _place(contestant, clients, options.seconds, *sizes, always)
                        found.setdefault((goods, clients), {}).setdefault(contestant.name, []).append(sample)
        wrong = _imbalance(data)
    print(_report(options, found, wrong, noise))


def _options():
    parser = argparse.ArgumentParser(prog="script/bench orders", description=__doc__)
    parser.add_argument("--orders", type=int, default=100_000, help="orders in the shop before")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each number of clients")
    parser.add_argument("--seconds", type=int, default=3, help="seconds of each round")
    parser.add_argument(
        "--clients", type=lambda text: [int(part) for part in text.split(",")], default=CLIENTS,
        help="numbers of clients, such as 1,8,64")
    return parser.parse_args()


def _place(contestant, clients, seconds, products, customers, always) -> dict[str, float]:
    if isinstance(contestant, Pgbench):
        return pgbench(contestant.dsn, clients, seconds, products, customers, always)
    hot = [always] if always else []
    return wrk(contestant, clients, seconds, "/orders", HERE / "orders.lua", products, customers, *hot)


def _imbalance(data) -> int:
    """How many products and orders contradict their ledger and lines after it all."""
    return int(sql(data, "-c", """
        SELECT (
            SELECT count(*) FROM site.s_order o
            JOIN (SELECT order_id, sum(price * quantity) AS total FROM site.s_order_item
                  WHERE order_id > (SELECT max(id) - 10000 FROM site.s_order) GROUP BY 1) i ON i.order_id = o.id
            WHERE i.total <> o.total
        ) + (
            SELECT count(*) FROM site.s_order o
            WHERE o.id > (SELECT max(id) - 10000 FROM site.s_order)
                AND 3 <> (SELECT count(*) FROM site.s_stock_move m WHERE m.order_id = o.id)
        )"""))


def _rate(samples) -> float:
    return middle([sample["rate"] for sample in samples])


def _report(options, found, wrong, noise) -> str:
    lines = []
    for goods in MUST:
        rows = [
            [clients, name, f"{_rate(samples):,.0f}",
             f"{min(s['rate'] for s in samples):,.0f}-{max(s['rate'] for s in samples):,.0f}",
             f"{middle([s['half'] for s in samples]):.2f}", f"{middle([s['tail'] for s in samples]):.1f}"]
            for (kind, clients), by_name in found.items() if kind == goods for name, samples in by_name.items()]
        heading = ["clients", "server", "orders/s", "lowest and highest", "p50, ms", "p99, ms"]
        lines += [f"**{goods}**", "", table(heading, rows), ""]
    command = " ".join(["script/bench orders", *sys.argv[1:]])
    return "\n".join([
        f"    {command}", "", f"{machine()}. {date.today()}. {noise.summary()}.", "",
        f"Orders of three lines, {options.rounds} rounds of {options.seconds} s, the servers in turn; medians. The "
        "database waits for the disk at each commit. wrk, pgbench, the servers and PostgreSQL share the machine. "
        f"Orders among the last 10,000 whose lines or ledger contradict them: {wrong}.", "", *lines,
        table(["goal", "must", "reached", "verdict"], _verdicts(found))])


def _verdicts(found) -> list[list[str]]:
    rows = []
    for goods, musts in MUST.items():
        runs = {clients: by_name for (kind, clients), by_name in found.items() if kind == goods}
        most = max(runs)
        own = _rate(runs[most]["Oblik"])
        best = max(_rate(by_name["pgbench"]) for by_name in runs.values())
        fastapi = next(_rate(samples) for name, samples in runs[most].items() if name.startswith("FastAPI"))
        for peer, figure, text in (
            ("pgbench", best, "pgbench's best"), ("FastAPI", fastapi, f"FastAPI at {most} clients")
        ):
            factor = own / figure
            rows.append([
                f"{goods}, {most} clients, times {text}", f"{musts[peer]}", f"{factor:.2f}",
                "reached" if factor >= musts[peer] else "**missed**"])
    return rows


if __name__ == "__main__":
    main()
