"""Asks each server for the same three things in turn, round by round, and prints the tables for RESULTS.md."""

import argparse
import sys
from contextlib import ExitStack
from datetime import date

from tui.figures import middle, table
from tui.ground import made_shop, running_shop
from tui.noise import Noise
from tui.processes import machine

from . import servers
from .servers import HERE
from .shop import largest, prepared
from .wrk import wrk

# How many times FastAPI's Oblik has to be, and the share of its memory that it may use.
MUST = {"point read": 4, "page of 50": 3, "order of 3 lines": 4}
MEMORY_SHARE = 1 / 3


def main():
    options = _options()
    data = made_shop(options.orders)
    noise, found = Noise(), {}
    with running_shop(data), ExitStack() as stack:
        dsn = prepared(data)
        contestants = [
            stack.enter_context(servers.oblik(data)), stack.enter_context(servers.fastapi(dsn, 2)),
            stack.enter_context(servers.express(dsn))]
        products, customers = largest(data, "s_product"), largest(data, "s_user")
        tasks = {
            "point read": lambda server: ("/products/1",),
            "page of 50": lambda server: (server.page,),
            "order of 3 lines": lambda server: ("/orders", HERE / "orders.lua", products, customers)}
        for name, task in tasks.items():
            for server in contestants:
                wrk(server, options.connections, 1, *task(server))
            for _ in range(options.rounds):
                for server in contestants:
                    noise.sample()
                    sample = _sample(server, options, task(server))
                    found.setdefault(name, {}).setdefault(server.name, []).append(sample)
        memories = {server.name: server.memory() for server in contestants}
    print(_report(options, found, memories, noise))


def _sample(server, options, task) -> dict[str, float]:
    """What wrk tells of a round, and the microseconds of processor time that the server took for a request."""
    before = server.processor()
    sample = wrk(server, options.connections, options.seconds, *task)
    return {**sample, "processor": (server.processor() - before) / sample["requests"] * 1e6}


def _options():
    parser = argparse.ArgumentParser(prog="script/bench http", description=__doc__)
    parser.add_argument("--orders", type=int, default=100_000, help="orders in the shop before")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each task")
    parser.add_argument("--seconds", type=int, default=3, help="seconds of each round")
    parser.add_argument("--connections", type=int, default=64, help="connections that ask at the same time")
    return parser.parse_args()


def _report(options, found, memories, noise) -> str:
    lines, verdicts = [], []
    for task, by_server in found.items():
        rows = []
        for name, samples in by_server.items():
            rates = sorted(sample["rate"] for sample in samples)
            rows.append([
                name, f"{middle(rates):,.0f} [{rates[0]:,.0f}-{rates[-1]:,.0f}]",
                f"{middle([sample['half'] for sample in samples]):.2f}",
                f"{middle([sample['tail'] for sample in samples]):.1f}",
                f"{middle([sample['processor'] for sample in samples]):,.0f}"])
        columns = ["server", "requests/s", "p50, ms", "p99, ms", "µs of processor a request"]
        lines += [f"**{task}**", "", table(columns, rows), ""]
        own, peers = by_server["Oblik"], {name: samples for name, samples in by_server.items() if name != "Oblik"}
        for name, samples in peers.items():
            factor = middle([s["rate"] for s in own]) / middle([s["rate"] for s in samples])
            tails = middle([s["tail"] for s in own]), middle([s["tail"] for s in samples])
            must = MUST[task] if name.startswith("FastAPI") else None
            verdict = "" if must is None else "reached" if factor >= must else "**missed**"
            verdicts.append([
                f"{task}, times {name}", f"{must or ''}", f"{factor:.1f}", verdict])
            verdicts.append([
                f"{task}, p99 below that of {name}", f"{tails[1]:.1f} ms", f"{tails[0]:.1f} ms",
                "reached" if tails[0] < tails[1] else "**missed**"])
    for name, size in memories.items():
        if name != "Oblik":
            share = memories["Oblik"] / size
            verdicts.append([
                f"memory, share of {name}", "1/3", f"{share:.2f}",
                "reached" if share <= MEMORY_SHARE else "**missed**"])
    sizes = ", ".join(f"{name} {size:.0f} MB" for name, size in memories.items())
    command = " ".join(["script/bench http", *sys.argv[1:]])
    return "\n".join([
        f"    {command}", "", f"{machine()}. {date.today()}. {noise.summary()}.", "",
        f"{options.connections} connections, {options.rounds} rounds of {options.seconds} s, the servers in turn; "
        "medians, in brackets lowest and highest. wrk, the servers and PostgreSQL share the machine. Memory is the "
        f"proportional set size behind it all: {sizes}.", "", *lines,
        table(["goal", "must", "reached", "verdict"], verdicts)])


if __name__ == "__main__":
    main()
