"""Oblik over HTTP beside FastAPI with asyncpg and Express with pg: `script/bench http`."""
