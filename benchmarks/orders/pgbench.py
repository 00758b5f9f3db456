"""pgbench, which shows what the database can do when nobody stands between it and its clients."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

from tui.figures import percentile

HERE = Path(__file__).resolve().parent
BINARY = "pgbench"


def binary() -> str:
    """The newest pgbench that Debian has installed; it is not on everybody's path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"), key=lambda path: int(path.parts[4]))
    return str(found[-1]) if found else BINARY


def pgbench(dsn: dict, clients: int, seconds: int, products: int, customers: int, always: int) -> dict[str, float]:
    """Orders a second, and the median and 99th of a hundred of their times in ms; a refused order ends the run."""
    with tempfile.TemporaryDirectory() as folder:
        variables = {"products": products, "customers": customers, "always": always, "lowest": always + 1}
        command = [
            binary(), "-n", "-M", "prepared", "-c", clients, "-j", min(2, clients), "-T", seconds,
            "-l", "--log-prefix", f"{folder}/log", "-f", HERE / "place.pgbench",
            *(part for name, value in variables.items() for part in ("-D", f"{name}={value}")),
            "-h", dsn["host"], "-p", dsn["port"], "-U", dsn["user"], dsn["dbname"]]
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True,
            env={**os.environ, "PGOPTIONS": "-c plan_cache_mode=force_generic_plan"})
        if done.returncode != 0 or "aborted" in done.stderr:
            raise RuntimeError(f"pgbench: {done.stderr.strip()}")
        times = [
            int(line.split()[2]) / 1000 for log in Path(folder).glob("log*") for line in log.read_text().splitlines()]
    return {
        "rate": float(re.search(r"tps = ([\d.]+) \(without", done.stdout)[1]),
        "half": percentile(times, 0.5), "tail": percentile(times, 0.99)}
