"""Places orders through PgBouncer in transaction mode and past it in turn, and prints what the way through it costs."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from tui.figures import middle, table
from tui.ground import made_shop, running_shop
from tui.noise import Noise
from tui.processes import machine
from web import servers
from web.servers import HERE, POOL, free_port
from web.shop import largest, prepared
from web.wrk import wrk

# PgBouncer refuses to run as root; the private cluster of root knows this account.
ACCOUNT = "postgres" if os.geteuid() == 0 else None


def main():
    options = _options()
    data = made_shop(options.orders)
    noise, found = Noise(), {}
    with running_shop(data), ExitStack() as stack:
        dsn = prepared(data)
        direct = " ".join(f"{key}={value}" for key, value in dsn.items())
        pooled = stack.enter_context(_pooler(dsn, options.sessions))
        ways = [
            stack.enter_context(servers.oblik(data, "past it", OBLIK_DATABASE_URL=direct, OBLIK_HTTP_AUTH="none")),
            stack.enter_context(servers.oblik(
                data, "through PgBouncer", OBLIK_DATABASE_URL=pooled, OBLIK_DATABASE_POOLER="transaction",
                OBLIK_DATABASE_DIRECT=direct, OBLIK_HTTP_AUTH="none"))]
        sizes = largest(data, "s_product"), largest(data, "s_user")
        tasks = {"order of 3 lines": ["/orders", HERE / "orders.lua", *sizes], "point read": ["/products/1"]}
        for task, asked in tasks.items():
            for clients in options.clients:
                for number in range(options.rounds + 1):
                    for way in ways:
                        noise.sample()
                        sample = wrk(way, clients, options.seconds, *asked)
                        # The first round warms caches and connections.
                        if number:
                            found.setdefault((task, clients), {}).setdefault(way.name, []).append(sample)
    print(_report(options, found, noise))


@contextmanager
def _pooler(dsn: dict, sessions: int):
    """PgBouncer in front of a database, in transaction mode; the way through it."""
    port, folder = free_port(), Path(tempfile.mkdtemp(prefix="oblik-pooler.", dir="/tmp"))
    try:
        if ACCOUNT:
            shutil.chown(folder, ACCOUNT)
        settings = folder / "pgbouncer.ini"
        settings.write_text(f"""[databases]
shop = host={dsn['host']} port={dsn['port']} dbname={dsn['dbname']} user={dsn['user']}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {sessions}
""")
        settings.chmod(0o644)
        process = subprocess.Popen(
            ["/usr/sbin/pgbouncer", "--quiet", *(["--user", ACCOUNT] if ACCOUNT else []), str(settings)], cwd=folder,
            stdin=subprocess.DEVNULL)
        try:
            time.sleep(1)
            if process.poll() is not None:
                raise RuntimeError(f"PgBouncer has ended with {process.returncode}")
            yield f"host=127.0.0.1 port={port} dbname=shop user={dsn['user']}"
        finally:
            process.terminate()
            process.wait(timeout=30)
    finally:
        shutil.rmtree(folder)


def _options():
    parser = argparse.ArgumentParser(prog="script/bench pooler", description=__doc__)
    parser.add_argument("--orders", type=int, default=100_000, help="orders in the shop before")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each number of clients")
    parser.add_argument("--seconds", type=int, default=3, help="seconds of each round")
    parser.add_argument("--sessions", type=int, default=POOL, help="sessions that PgBouncer lends")
    parser.add_argument(
        "--clients", type=lambda text: [int(part) for part in text.split(",")], default=[1, 64],
        help="numbers of clients, such as 1,64")
    return parser.parse_args()


def _report(options, found, noise) -> str:
    rows = []
    for (task, clients), by_name in found.items():
        past = middle([sample["rate"] for sample in by_name["past it"]])
        for name, samples in by_name.items():
            rates = [sample["rate"] for sample in samples]
            rows.append([
                task, clients, name, f"{middle(rates):,.0f} [{min(rates):,.0f}-{max(rates):,.0f}]",
                f"{middle(rates) / past:.2f}", f"{middle([sample['half'] for sample in samples]):.2f}",
                f"{middle([sample['tail'] for sample in samples]):.1f}"])
    command = " ".join(["script/bench pooler", *sys.argv[1:]])
    headings = ["task", "clients", "way", "requests/s", "share", "p50, ms", "p99, ms"]
    return "\n".join([
        f"    {command}", "", f"{machine()}. {date.today()}. {noise.summary()}.", "",
        f"{options.rounds} rounds of {options.seconds} s, both ways in turn; medians, in brackets lowest and highest. "
        f"PgBouncer lends {options.sessions} sessions for transactions to a program with {POOL} connections.", "",
        table(headings, rows)])


main()
