"""What stands before anything is measured: a shop of many orders, a long history, a crowd of processes."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from .contestants import FOLDER, ROOT

OBLIK = ROOT / ".build/release/oblik"
SEED = 7


def _say(text):
    print(text, file=sys.stderr, flush=True)


def _environment():
    return {**os.environ, "XDG_STATE_HOME": str(FOLDER / "state")}


def made_shop(orders: int) -> Path:
    """The folder of a private cluster with so many orders; made once, then found again."""
    data = FOLDER / f"shop-{orders}"
    mark = data / "seeded"
    if not mark.exists():
        data.mkdir(parents=True, exist_ok=True)
        _say(f"making a shop of {orders:,} orders")
        command = [OBLIK, "seed", "--orders", str(orders), "--seed", str(SEED), "--data-dir", data]
        subprocess.run(command, env=_environment(), check=True, stdout=sys.stderr)
        mark.touch()
    return data


@contextmanager
def running_shop(data: Path):
    """The cluster of `data`, up and at rest, and the process id of its server.

    A psql that says nothing holds it, since the last one who leaves stops it.
    """
    command = [OBLIK, "db", "psql", "--data-dir", data, "--", "-XAtq"]
    holder = subprocess.Popen(
        command, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        # What a seed leaves to be tidied would be tidied during the measurements.
        holder.stdin.write("VACUUM (ANALYZE);\nCHECKPOINT;\nSELECT 'ready';\n")
        holder.stdin.flush()
        if holder.stdout.readline().strip() != "ready":
            raise RuntimeError("psql on the shop's database did not answer")
        yield int(next(data.glob("pg*/postmaster.pid")).read_text().split()[0])
    finally:
        holder.stdin.close()
        holder.wait(timeout=60)


def made_history(commits: int) -> Path:
    """A git repository with a line of so many commits."""
    folder = FOLDER / f"history-{commits}"
    if not (folder / "seeded").exists():
        _say(f"making a history of {commits:,} commits")
        folder.mkdir(parents=True, exist_ok=True)
        git = ["git", "-C", str(folder)]
        subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
        stream = "".join(
            f"commit refs/heads/main\ncommitter Olena Ivanenko <olena@example.com> {1700000000 + 600 * n} +0000\n"
            f"data <<END\nTake order {n}: three lines, paid in cash\nEND\n\n"
            for n in range(commits))
        subprocess.run([*git, "fast-import", "--quiet"], input=stream, text=True, check=True)
        (folder / "seeded").touch()
    return folder


@contextmanager
def crowd(count: int):
    """So many sleeping processes."""
    command = [sys.executable, "-B", str(Path(__file__).with_name("crowd.py")), str(count)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    try:
        process.stdout.readline()
        yield
    finally:
        process.stdin.close()
        process.wait(timeout=60)
