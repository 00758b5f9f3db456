"""The shop that all servers sell from."""

import subprocess
from pathlib import Path

from .servers import HERE, OBLIK


def sql(data: Path, *arguments) -> str:
    """What psql prints, without headings."""
    command = [OBLIK, "db", "psql", "--data-dir", data, "--", "-XAtq", *arguments]
    return subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, text=True).stdout.strip()


def largest(data: Path, table: str) -> int:
    """The largest id of a table."""
    return int(sql(data, "-c", f"SELECT max(id) FROM site.{table}"))


def prepared(data: Path) -> dict[str, str]:
    """The same function, stock and plan settings for everybody; how the database is reached."""
    sql(data, "-f", HERE / "place_order.sql", "-c", "UPDATE site.s_product SET stock = 1000000000, archived_at = NULL",
        "-c", "UPDATE site.s_user SET archived_at = NULL")
    name, user, host, port = sql(
        data, "-c", "SELECT current_database(), current_user, current_setting('unix_socket_directories'), "
        "current_setting('port')").split("|")
    settings = {"plan_cache_mode": "force_generic_plan", "max_parallel_workers_per_gather": "0"}
    for setting, value in settings.items():
        sql(data, "-c", f'ALTER DATABASE "{name}" SET {setting} = {value}')
    sql(data, "-c", "VACUUM ANALYZE")
    return {"dbname": name, "user": user, "host": host, "port": port}
