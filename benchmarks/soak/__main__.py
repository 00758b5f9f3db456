"""A server under orders and pages, and a terminal under keys, for minutes; what they hold must stay flat.

Ends with 1 where a figure of the last quarter lies more than 5 % above that of the second quarter; the first is for
caches to fill.
"""

import argparse
import random
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from tui import contestants
from tui.figures import middle, table
from tui.ground import made_shop, running_shop
from tui.noise import Noise
from tui.processes import family, machine, memory
from tui.pty_program import PtyProgram
from web import servers
from web.servers import HERE
from web.shop import largest, prepared, sql

LIMIT = 0.05
STEP = 2.0
# What an operator's hands do without changing anything: lists, their pages and ends, reading anew, help and the way back.
KEYS = [
    b"go", b"gu", b"gp", b"gm", b"ga", b"H", b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~", b"\x1b[F", b"\x1b[H",
    b"\x1bOP\x1bOR", b"\x1b[15~"]


def main():
    options = _options()
    data = made_shop(options.orders)
    noise, samples = Noise(), []
    with running_shop(data) as postmaster, ExitStack() as stack:
        prepared(data)
        server = stack.enter_context(servers.oblik(data))
        desk = contestants.oblik(data, options.orders)
        terminal = stack.enter_context(PtyProgram(desk.command, desk.full_environment()))
        seconds = int(options.minutes * 60)
        sizes = [str(largest(data, "s_product")), str(largest(data, "s_user"))]
        for path, arguments in (("/orders", ["-s", HERE / "orders.lua"]), (server.page, [])):
            stack.enter_context(_load(server.port, path, seconds, arguments, sizes))
        start, hands = time.monotonic(), random.Random(7)
        while time.monotonic() - start < seconds:
            noise.sample()
            samples.append({
                **_holds("server", _own(server.process.pid)), **_holds("terminal", _own(terminal.pid)),
                "connections": len(family(postmaster)) - 1})
            until = time.monotonic() + STEP
            while time.monotonic() < until:
                terminal.press(hands.choice(KEYS))
        balance = sql(data, "-c", "SELECT count(*) FROM site.s_product WHERE stock < 0")
    rows, is_flat = _verdicts(samples)
    command = " ".join(["script/bench soak", *sys.argv[1:]])
    print("\n".join([
        f"    {command}", "", f"{machine()}. {date.today()}. {noise.summary()}.", "",
        f"{options.minutes:g} minutes of orders from 4 connections, pages from 4, and keys in a terminal, "
        f"{len(samples)} samples. Products below zero: {balance}.", "",
        table(["what", "second quarter", "last quarter", "change", "must", "verdict"], rows)]))
    sys.exit(0 if is_flat else 1)


def _options():
    parser = argparse.ArgumentParser(prog="script/bench soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="how long")
    parser.add_argument("--orders", type=int, default=100_000, help="orders in the shop before")
    return parser.parse_args()


@contextmanager
def _load(port, path, seconds, arguments, sizes):
    command = ["wrk", "-t1", "-c4", f"-d{seconds}s", "--timeout", "30s", *arguments, f"http://127.0.0.1:{port}{path}"]
    if arguments:
        command += ["--", *sizes]
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    try:
        yield
        output = process.communicate(timeout=120)[0]
        if "Non-2xx" in output or "Socket errors" in output:
            raise RuntimeError(f"{path}: {output}")
    finally:
        process.kill()
        process.wait()


def _own(pid) -> list[int]:
    """The program and the guard beside it, without the database."""
    return [number for number in family(pid) if "postgres" not in _name(number)]


def _name(pid) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text()
    except FileNotFoundError:
        return "postgres"


def _holds(who, pids) -> dict[str, float]:
    return {
        f"{who}: memory, MB": sum(memory(pid)["Pss"] for pid in pids),
        f"{who}: descriptors": sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in pids),
        f"{who}: threads": sum(len(list(Path(f"/proc/{pid}/task").iterdir())) for pid in pids)}


def _verdicts(samples):
    quarter, rows, is_flat = len(samples) // 4, [], True
    for name in samples[0]:
        before = middle([sample[name] for sample in samples[quarter:2 * quarter]])
        after = middle([sample[name] for sample in samples[3 * quarter:]])
        change = after / before - 1
        holds = change <= LIMIT
        is_flat = is_flat and holds
        rows.append([
            name, f"{before:,.1f}", f"{after:,.1f}", f"{change:+.1%}", "+5 % at most",
            "reached" if holds else "**missed**"])
    return rows, is_flat


if __name__ == "__main__":
    main()
