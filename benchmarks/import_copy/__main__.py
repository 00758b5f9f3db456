"""Imports and makes shops, and copies the very rows that came of it into the same tables; prints the table."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tui.figures import middle, table
from tui.ground import OBLIK, running_shop
from tui.noise import Noise
from tui.processes import machine
from web.shop import sql

# The share of COPY's speed that has to be reached.
MUST = 0.5


def main():
    options = _options()
    noise, rows = Noise(), []
    for size in options.orders:
        rows.append(_compare(f"made, {size:,} orders", ["seed", "--orders", str(size), "--seed", "7"], options, noise))
    if options.file:
        # The program sees another folder than the one that the command is typed in.
        file = Path(options.file).resolve()
        rows.append(_compare(file.name, ["import", "online-retail", str(file)], options, noise))
    command = " ".join(["script/bench import", *sys.argv[1:]])
    print("\n".join([
        f"    {command}", "", f"{machine()}. {date.today()}. {noise.summary()}.", "",
        f"Both in turn, {options.rounds} rounds, each into a new cluster; medians. COPY brings the same rows from text "
        "files into the same tables with their indexes and constraints, in one transaction, without triggers and "
        "without checks of foreign keys. Memory is the most that the importing program had resident.", "",
        table(["what", "rows", "Oblik, s", "COPY, s", "share of COPY's speed", "must", "verdict", "memory, MB"], rows)]))


def _options():
    parser = argparse.ArgumentParser(prog="script/bench import", description=__doc__)
    parser.add_argument("file", nargs="?", help="the Online Retail data (UCI, 2015), .csv or .csv.xz")
    parser.add_argument(
        "--orders", type=lambda text: [int(part) for part in text.split(",")], default=[100_000, 1_000_000],
        help="sizes of the shops that are made, such as 100000,1000000")
    parser.add_argument("--rounds", type=int, default=2, help="rounds of each")
    return parser.parse_args()


def _compare(name, command, options, noise) -> list[str]:
    own, copied, peaks, count = [], [], [], 0
    with tempfile.TemporaryDirectory(prefix="oblik-bench-") as folder:
        # As root, the cluster belongs to another account, which has to get there.
        os.chmod(folder, 0o755)
        for turn in range(options.rounds):
            noise.sample()
            with _cluster(Path(folder) / f"own-{turn}") as data:
                seconds, peak = _timed([OBLIK, *command, "--data-dir", data], folder)
                own.append(seconds)
                peaks.append(peak)
                columns = _columns(data)
                for number, (source, names) in enumerate(columns):
                    sql(data, "-c", f"\\copy {source} ({names}) TO '{folder}/rows-{number}'")
            count = sum(_lines(f"{folder}/rows-{number}") for number in range(len(columns)))
            noise.sample()
            with _cluster(Path(folder) / f"copy-{turn}") as data:
                copied.append(_copy(data, folder, columns))
    share = middle(copied) / middle(own)
    return [
        name, f"{count:,}", f"{middle(own):.1f}", f"{middle(copied):.1f}", f"{share:.2f}", f"{MUST}",
        "reached" if share >= MUST else "**missed**", f"{max(peaks):.0f}"]


@contextmanager
def _cluster(data: Path):
    """A cluster with the tables and without a row, which stands while it is needed."""
    data.mkdir()
    with running_shop(data):
        yield data


def _timed(command, folder) -> tuple[float, float]:
    """Seconds that a command takes, and the MB that it had resident at most; what it refuses, it writes into `folder`."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError(f"{command}: {complaint.decode()}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def _columns(data) -> list[tuple[str, str]]:
    """The tables that have rows, and their columns that are not reckoned from others."""
    text = sql(data, "-c", """
        SELECT c.oid::regclass, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            AND a.attgenerated = ''
        WHERE c.relnamespace = 'site'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE '%migration%'
        GROUP BY c.oid ORDER BY c.oid""")
    return [tuple(line.split("|")) for line in text.splitlines()]


def _copy(data, folder, columns) -> float:
    names = ", ".join(source for source, _ in columns)
    sql(data, "-c", f"TRUNCATE {names}")
    script = "\n".join(
        ["BEGIN;", "SET LOCAL session_replication_role = replica;"]
        + [f"\\copy {source} ({listed}) FROM '{folder}/rows-{number}'"
           for number, (source, listed) in enumerate(columns)]
        + ["COMMIT;"])
    file = Path(folder) / "copy.sql"
    file.write_text(script)
    start = time.perf_counter()
    sql(data, "-v", "ON_ERROR_STOP=1", "-f", file)
    return time.perf_counter() - start


def _lines(name) -> int:
    with open(name, "rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))


if __name__ == "__main__":
    main()
