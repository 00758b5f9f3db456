"""Orders placed by 1, 8 and 64 clients, on any goods and on one, beside pgbench, FastAPI and Express."""
