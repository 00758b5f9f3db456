"""wrk, asked and understood."""

import re
import subprocess


def wrk(server, connections: int, seconds: int, path: str, script=None, *arguments) -> dict[str, float]:
    """How many requests, how many a second, the median and 99th of a hundred of their times in ms, of `path` or of what
    `script` asks.

    A refusal ends the run: figures of refusals are no figures.
    """
    command = [
        "wrk", f"-t{min(2, connections)}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "--latency",
        *(["-s", script] if script else []), f"http://127.0.0.1:{server.port}{path}",
        *(["--", *arguments] if arguments else [])]
    text = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
    if bad := re.search(r"(Non-2xx.*|Socket errors.*)", text):
        raise RuntimeError(f"{server.name}, {path}: {bad[1]}")
    return {
        "requests": int(re.search(r"(\d+) requests in", text)[1]),
        "rate": float(re.search(r"Requests/sec: +([\d.]+)", text)[1]),
        "half": _milliseconds(re.search(r"50% +(\S+)", text)[1]),
        "tail": _milliseconds(re.search(r"99% +(\S+)", text)[1])}


def _milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
