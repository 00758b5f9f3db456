"""Asks each server for the same three things in turn, round by round, and prints the tables for RESULTS.md."""

import argparse
import re
import subprocess
import sys
from contextlib import ExitStack
from datetime import date

from tui.figures import middle, table
from tui.ground import made_shop, running_shop
from tui.noise import Noise
from tui.processes import machine

from . import servers
from .servers import HERE, OBLIK

# How many times FastAPI's Oblik has to be, and the share of its memory that it may use.
MUST = {"point read": 4, "page of 50": 3, "order of 3 lines": 4}
MEMORY_SHARE = 1 / 3


def main():
    options = _options()
    data = made_shop(options.orders)
    noise, found = Noise(), {}
    with running_shop(data), ExitStack() as stack:
        dsn = _prepare(data)
        contestants = [
            stack.enter_context(servers.oblik(data)), stack.enter_context(servers.fastapi(dsn, 2)),
            stack.enter_context(servers.express(dsn))]
        products, customers = _count(data, "s_product"), _count(data, "s_user")
        tasks = {
            "point read": lambda server: (["/products/1"], []),
            "page of 50": lambda server: ([server.page], []),
            "order of 3 lines": lambda server: (
                ["/orders"], ["-s", HERE / "orders.lua", "--", str(products), str(customers)])}
        for name, task in tasks.items():
            for server in contestants:
                _wrk(server, *task(server), 1, options)
            for _ in range(options.rounds):
                for server in contestants:
                    noise.sample()
                    sample = _wrk(server, *task(server), options.seconds, options)
                    found.setdefault(name, {}).setdefault(server.name, []).append(sample)
        memories = {server.name: server.memory() for server in contestants}
    print(_report(options, found, memories, noise))


def _options():
    parser = argparse.ArgumentParser(prog="script/bench http", description=__doc__)
    parser.add_argument("--orders", type=int, default=100_000, help="orders in the shop before")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each task")
    parser.add_argument("--seconds", type=int, default=3, help="seconds of each round")
    parser.add_argument("--connections", type=int, default=64, help="connections that ask at the same time")
    return parser.parse_args()


def _sql(data, *arguments) -> str:
    command = [OBLIK, "db", "psql", "--data-dir", data, "--", "-XAtq", *arguments]
    return subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, text=True).stdout.strip()


def _count(data, name) -> int:
    return int(_sql(data, "-c", f"SELECT max(id) FROM site.{name}"))


def _prepare(data) -> dict:
    """The same function, stock and plan settings for everybody; how the database is reached."""
    _sql(data, "-f", HERE / "place_order.sql", "-c", "UPDATE site.s_product SET stock = 1000000000, archived_at = NULL",
         "-c", "UPDATE site.s_user SET archived_at = NULL")
    name, user, host, port = _sql(
        data, "-c", "SELECT current_database(), current_user, current_setting('unix_socket_directories'), "
        "current_setting('port')").split("|")
    settings = {"plan_cache_mode": "force_generic_plan", "max_parallel_workers_per_gather": "0"}
    for setting, value in settings.items():
        _sql(data, "-c", f'ALTER DATABASE "{name}" SET {setting} = {value}')
    _sql(data, "-c", "VACUUM ANALYZE")
    return {"dbname": name, "user": user, "host": host, "port": port}


def _wrk(server, paths, arguments, seconds, options) -> dict:
    script = [part for part in arguments if part != "--"]
    url = f"http://127.0.0.1:{server.port}{paths[0]}"
    command = ["wrk", "-t2", f"-c{options.connections}", f"-d{seconds}s", "--timeout", "10s", "--latency", *script[:2], url]
    if len(script) > 2:
        command += ["--", *script[2:]]
    text = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
    if bad := re.search(r"(Non-2xx.*|Socket errors.*)", text):
        # Figures of refusals are no figures.
        raise RuntimeError(f"{server.name}, {paths[0]}: {bad[1]}")
    return {
        "rate": float(re.search(r"Requests/sec: +([\d.]+)", text)[1]),
        "half": _milliseconds(re.search(r"50% +(\S+)", text)[1]),
        "tail": _milliseconds(re.search(r"99% +(\S+)", text)[1])}


def _milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def _report(options, found, memories, noise) -> str:
    lines, verdicts = [], []
    for task, by_server in found.items():
        rows = []
        for name, samples in by_server.items():
            rates = sorted(sample["rate"] for sample in samples)
            rows.append([
                name, f"{middle(rates):,.0f} [{rates[0]:,.0f}-{rates[-1]:,.0f}]",
                f"{middle([sample['half'] for sample in samples]):.2f}",
                f"{middle([sample['tail'] for sample in samples]):.1f}"])
        lines += [f"**{task}**", "", table(["server", "requests/s", "p50, ms", "p99, ms"], rows), ""]
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
