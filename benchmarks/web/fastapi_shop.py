"""The three requests in FastAPI with asyncpg, as an API server of that kind does them at its quickest."""

import os
from contextlib import asynccontextmanager

import asyncpg
from fastapi import FastAPI, HTTPException
from fastapi.responses import ORJSONResponse as JSONResponse
from pydantic import BaseModel, Field

PRODUCT = """
SELECT id, sku, barcode, name, price::text AS price, stock, archived_at, created_at, updated_at, version
FROM site.s_product WHERE id = $1
"""
PAGE = """
SELECT o.id, o.user_id, u.name, u.email, o.status, o.total::text AS total, o.line_count, o.note, o.created_at,
    o.updated_at, o.version
FROM (SELECT * FROM site.s_order ORDER BY created_at DESC, id DESC LIMIT 50) AS o
JOIN site.s_user u ON u.id = o.user_id
ORDER BY o.created_at DESC, o.id DESC
"""


@asynccontextmanager
async def lifespan(app):
    size = int(os.environ["BENCH_POOL"])
    app.state.pool = await asyncpg.create_pool(os.environ["BENCH_DSN"], min_size=size, max_size=size)
    yield
    await app.state.pool.close()


app = FastAPI(lifespan=lifespan, openapi_url=None)


class Line(BaseModel):
    productId: int
    quantity: int = Field(ge=1)


class NewOrder(BaseModel):
    userId: int
    items: list[Line] = Field(min_length=1)
    idempotencyKey: str


def stamp(moment):
    return moment and moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@app.get("/products/{number}")
async def product(number: int):
    row = await app.state.pool.fetchrow(PRODUCT, number)
    if row is None:
        raise HTTPException(404)
    return JSONResponse({
        "id": row["id"], "sku": row["sku"], "barcode": row["barcode"], "name": row["name"], "price": row["price"],
        "stock": row["stock"], "archivedAt": stamp(row["archived_at"]), "createdAt": stamp(row["created_at"]),
        "updatedAt": stamp(row["updated_at"]), "version": row["version"]})


@app.get("/orders")
async def page():
    rows = await app.state.pool.fetch(PAGE)
    return JSONResponse([{
        "id": row["id"], "userId": row["user_id"], "status": row["status"], "total": row["total"],
        "lineCount": row["line_count"], "note": row["note"], "createdAt": stamp(row["created_at"]),
        "updatedAt": stamp(row["updated_at"]), "version": row["version"],
        "user": {"id": row["user_id"], "name": row["name"], "email": row["email"]}} for row in rows])


@app.post("/orders", status_code=201)
async def place(order: NewOrder):
    row = await app.state.pool.fetchrow(
        "SELECT * FROM bench.place_order($1, $2, $3, $4)", order.userId, [line.productId for line in order.items],
        [line.quantity for line in order.items], order.idempotencyKey)
    return JSONResponse(
        {"id": row["id"], "total": str(row["total"]), "createdAt": stamp(row["created_at"])}, status_code=201)
