"""The servers that are measured, each started on a port of its own over the same database."""

import os
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tui.processes import family, memory

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDER = ROOT / ".build-bench"
OBLIK = ROOT / ".build/release/oblik"
POOL = 8


@dataclass
class Server:
    """A running server."""

    name: str
    port: int
    process: subprocess.Popen
    # The address of a page of orders with their customers.
    page: str = "/orders"

    def memory(self) -> float:
        """Proportional set size of the server and all its processes, in MB; PostgreSQL is not among them."""
        return sum(memory(pid)["Pss"] for pid in self._own())

    def processor(self) -> float:
        """Seconds of processor time of the same processes since they began, their own and the system's for them."""
        return sum(_ticks(pid) for pid in self._own()) / os.sysconf("SC_CLK_TCK")

    def _own(self) -> list[int]:
        return [pid for pid in family(self.process.pid) if "postgres" not in _name(pid)]


def _ticks(pid: int) -> int:
    """User's and system's time of a process, with that of threads that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text()
    except FileNotFoundError:
        return "postgres"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def oblik(data: Path, name="Oblik", **settings):
    port = free_port()
    environment = {
        **os.environ, "OBLIK_HTTP_PORT": str(port), "OBLIK_DATABASE_POOL_SIZE": str(POOL),
        "OBLIK_HTTP_ACCESSLOG": "false", "XDG_STATE_HOME": str(FOLDER / "state"), **settings}
    with run(name, port, [OBLIK, "serve", "--data-dir", data], environment) as server:
        server.page = "/orders?embed=user&limit=50"
        yield server


@contextmanager
def fastapi(dsn: dict, workers: int):
    port = free_port()
    environment = {
        **os.environ, "BENCH_POOL": str(POOL), "PYTHONPATH": str(HERE),
        "BENCH_DSN": f"postgresql://{dsn['user']}@/{dsn['dbname']}?host={dsn['host']}&port={dsn['port']}"}
    command = [
        FOLDER / "web-venv/bin/uvicorn", "fastapi_shop:app", "--host", "127.0.0.1", "--port", str(port), "--workers",
        str(workers), "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]
    with run(f"FastAPI, {workers} workers", port, command, environment) as server:
        yield server


@contextmanager
def express(dsn: dict):
    port = free_port()
    environment = {
        **os.environ, "PORT": str(port), "NODE_ENV": "production", "BENCH_POOL": str(POOL), "BENCH_HOST": dsn["host"],
        "BENCH_DATABASE": dsn["dbname"], "BENCH_USER": dsn["user"], "BENCH_PORT": dsn["port"],
        "NODE_PATH": f"{FOLDER}/node/usr/share/nodejs:/usr/share/nodejs"}
    with run("Express", port, ["node", HERE / "express_shop.js"], environment) as server:
        yield server


@contextmanager
def run(name, port, command, environment, ready="/products/1"):
    """A server, once it answers at `ready`."""
    process = subprocess.Popen(
        [str(part) for part in command], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        _wait(name, port, process, ready)
        yield Server(name, port, process)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(name, port, process, ready):
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(f"{name} has ended with {process.returncode}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{ready}", timeout=2).read()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{name} does not serve")
