"""Asks for 50 orders with customers, lines and products: as REST page and as graph here, and as graph of the peer."""

import argparse
import json
import os
import sys
import urllib.request
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from tui.figures import middle, table
from tui.ground import made_shop, running_shop
from tui.noise import Noise
from tui.processes import machine
from web import servers
from web.shop import prepared
from web.wrk import wrk

HERE = Path(__file__).resolve().parent
QUERY = """{ orders(first: 50) { nodes { id status total createdAt customer { id name email }
    lines { id sku name quantity price product { id sku name price stock } } } } }"""
REST = "/orders?limit=50&embed=user,items,items.product"
BODY = json.dumps({"query": QUERY})
# How many times the peer's throughput the graph has to have, and how many times the REST page's time it may take.
TIMES, SHARE = 5, 2


def main():
    options = _options()
    data = made_shop(options.orders)
    noise, found = Noise(), {}
    with running_shop(data), ExitStack() as stack:
        dsn = prepared(data)
        own = stack.enter_context(servers.oblik(data))
        peer = stack.enter_context(_strawberry(dsn, options.workers))
        _compare(own, peer)
        graph = ("/graphql", HERE / "load.lua", BODY)
        tasks = {"Oblik, REST page": (own, (REST,)), "Oblik, GraphQL": (own, graph), peer.name: (peer, graph)}
        for server, path in tasks.values():
            wrk(server, options.connections, 1, *path)
        for _ in range(options.rounds):
            for name, (server, path) in tasks.items():
                noise.sample()
                sample = wrk(server, options.connections, options.seconds, *path)
                sample["alone"] = wrk(server, 1, options.seconds, *path)["half"]
                found.setdefault(name, []).append(sample)
    print(_report(options, found, noise))


def _options():
    parser = argparse.ArgumentParser(prog="script/bench graphql", description=__doc__)
    parser.add_argument("--orders", type=int, default=20_000, help="orders in the shop before")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each task")
    parser.add_argument("--seconds", type=int, default=3, help="seconds of each round")
    parser.add_argument("--connections", type=int, default=16, help="connections that ask at the same time")
    parser.add_argument("--workers", type=int, default=2, help="worker processes of the peer")
    return parser.parse_args()


@contextmanager
def _strawberry(dsn: dict, workers: int):
    port = servers.free_port()
    environment = {
        **os.environ, "BENCH_POOL": str(servers.POOL), "PYTHONPATH": str(HERE),
        "BENCH_DSN": f"postgresql://{dsn['user']}@/{dsn['dbname']}?host={dsn['host']}&port={dsn['port']}"}
    command = [
        sys.executable, "-m", "uvicorn", "peer:app", "--host", "127.0.0.1", "--port", str(port), "--workers",
        str(workers), "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]
    name = f"Strawberry, FastAPI, asyncpg, {workers} workers"
    with servers.run(name, port, command, environment, "/ready") as server:
        yield server


def _compare(own, peer):
    """Holds the three answers against each other: what has other content is no peer."""
    pages = [_nodes(server) for server in (own, peer)]
    if pages[0] != pages[1]:
        raise RuntimeError("the graphs answer differently")
    rest = _answer(f"http://127.0.0.1:{own.port}{REST}")
    if [str(row["id"]) for row in rest] != [node[0] for node in pages[0]]:
        raise RuntimeError("the REST page has other orders")
    if [len(row["items"]) for row in rest] != [len(node[2]) for node in pages[0]]:
        raise RuntimeError("the REST page has other lines")


def _nodes(server):
    nodes = _answer(f"http://127.0.0.1:{server.port}/graphql", BODY.encode())["data"]["orders"]["nodes"]
    return [
        (str(node["id"]), node["customer"]["name"], [
            (line["sku"], line["quantity"], line["price"], line["product"]["name"], line["product"]["stock"])
            for line in node["lines"]]) for node in nodes]


def _answer(url: str, body: bytes | None = None):
    headers = {"Content-Type": "application/json"} if body else {}
    return json.loads(urllib.request.urlopen(urllib.request.Request(url, data=body, headers=headers)).read())


def _report(options, found, noise) -> str:
    rest, graph, peer = found.values()
    rows = [
        [
            name, _spread([sample["rate"] for sample in samples]),
            f"{middle([sample['half'] for sample in samples]):.2f}",
            f"{middle([sample['tail'] for sample in samples]):.1f}",
            f"{middle([sample['alone'] for sample in samples]):.2f}",
        ] for name, samples in found.items()]
    times = middle([s["rate"] for s in graph]) / middle([s["rate"] for s in peer])
    share = middle([s["alone"] for s in graph]) / middle([s["alone"] for s in rest])
    goals = [
        ["throughput, times Strawberry's", f"{TIMES}", f"{times:.1f}", "reached" if times >= TIMES else "**missed**"],
        ["time of one client, times the REST page's", f"below {SHARE}", f"{share:.2f}",
         "reached" if share < SHARE else "**missed**"]]
    command = " ".join(["script/bench graphql", *sys.argv[1:]])
    return "\n".join([
        f"    {command}", "", f"{machine()}. {date.today()}. {noise.summary()}.", "",
        f"{options.connections} connections, {options.rounds} rounds of {options.seconds} s, in turn; medians, in "
        "brackets lowest and highest. wrk, the servers and PostgreSQL share the machine.", "",
        table(["50 orders, customers, lines, products", "requests/s", "p50, ms", "p99, ms", "p50 of one client, ms"],
              rows), "", table(["goal", "must", "reached", "verdict"], goals)])


def _spread(rates) -> str:
    return f"{middle(rates):,.0f} [{min(rates):,.0f}-{max(rates):,.0f}]"


if __name__ == "__main__":
    main()
