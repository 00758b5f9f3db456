"""The seed's hot query and the page that Oblik asks for instead, in Oblik's schema and in the seed's own."""

import os
import re
import subprocess
from pathlib import Path

from tui.contestants import FOLDER
from tui.figures import middle
from tui.ground import OBLIK

HOT = """SELECT o.id, o.total, o.created_at, u.name, u.email, i.quantity, i.price, p.name, p.price
FROM {schema}.s_order o
JOIN {schema}.s_user u ON u.id = o.user_id
JOIN {schema}.s_order_item i ON i.order_id = o.id
JOIN {schema}.s_product p ON p.id = i.product_id
WHERE o.created_at >= '2026-01-01'
ORDER BY o.created_at DESC"""

# What OrderRepository asks for, as a statement that is planned for any values.
PAGE = """PREPARE page(timestamptz, bigint) AS
SELECT o.*, u.name AS customer
FROM (SELECT * FROM {schema}.s_order WHERE created_at >= $1 ORDER BY created_at DESC, id DESC LIMIT $2) AS o
CROSS JOIN LATERAL (SELECT name FROM {schema}.s_user WHERE id = o.user_id OFFSET 0) AS u
ORDER BY o.created_at DESC, o.id DESC"""

# The seed names its columns in its query, and its indexes beside it; nothing more is known of its schema.
SEED = """
DROP SCHEMA IF EXISTS seed CASCADE;
CREATE SCHEMA seed;
CREATE TABLE seed.s_user (id bigint PRIMARY KEY, name text, email text);
CREATE TABLE seed.s_product (id bigint PRIMARY KEY, name text, price numeric(14, 2));
CREATE TABLE seed.s_order (id bigint PRIMARY KEY, user_id bigint, total numeric(14, 2), created_at timestamptz);
CREATE TABLE seed.s_order_item (
    id bigint PRIMARY KEY, order_id bigint, product_id bigint, quantity integer, price numeric(14, 2));
INSERT INTO seed.s_user SELECT id, name, email FROM site.s_user;
INSERT INTO seed.s_product SELECT id, name, price FROM site.s_product;
INSERT INTO seed.s_order SELECT id, user_id, total, created_at FROM site.s_order;
INSERT INTO seed.s_order_item SELECT id, order_id, product_id, quantity, price FROM site.s_order_item;
CREATE INDEX ON seed.s_order (created_at);
CREATE INDEX ON seed.s_order_item (order_id);
CREATE INDEX ON seed.s_product (id);
VACUUM (ANALYZE) seed.s_user, seed.s_product, seed.s_order, seed.s_order_item;
"""


def measure(data: Path, rounds: int) -> dict[str, float]:
    """Milliseconds of each statement, medians of so many runs after one that warms the caches."""
    _psql(data, SEED)
    try:
        return {
            "hot query, Oblik's schema, ms": _time(data, "", HOT.format(schema="site"), rounds),
            "hot query, the seed's": _time(data, "", HOT.format(schema="seed"), rounds),
            "page, Oblik's": _page(data, "site", rounds),
            "page, the seed's": _page(data, "seed", rounds),
        }
    finally:
        _psql(data, "DROP SCHEMA seed CASCADE")


def _page(data: Path, schema: str, rounds: int) -> float:
    # As the service's sessions have it; with helpers a generic plan reads and sorts all orders.
    settings = "SET plan_cache_mode = force_generic_plan; SET max_parallel_workers_per_gather = 0; "
    prepared = settings + PAGE.format(schema=schema)
    return _time(data, prepared, "EXECUTE page('2026-01-01', 51)", rounds)


def _time(data: Path, before: str, statement: str, rounds: int) -> float:
    text = before + ";\n" + f"EXPLAIN (ANALYZE, TIMING OFF) {statement};\n" * (rounds + 1)
    times = re.findall(r"^Execution Time: (\S+) ms$", _psql(data, text), re.M)
    return middle([float(time) for time in times[1:]])


def _psql(data: Path, text: str) -> str:
    command = [OBLIK, "db", "psql", "--data-dir", data, "--", "-XAtq", "-v", "ON_ERROR_STOP=1"]
    environment = {**os.environ, "XDG_STATE_HOME": str(FOLDER / "state")}
    return subprocess.run(
        command, env=environment, input=text, text=True, capture_output=True, check=True).stdout
