"""The peer: Strawberry on FastAPI, with asyncpg and data loaders, on the same tables."""

import os
from collections import defaultdict
from contextlib import asynccontextmanager
from datetime import datetime
from decimal import Decimal

import asyncpg
import strawberry
from fastapi import FastAPI
from strawberry.dataloader import DataLoader
from strawberry.fastapi import GraphQLRouter

POOL_SIZE = int(os.environ["BENCH_POOL"])


@strawberry.type
class User:
    id: strawberry.ID
    name: str
    email: str | None


@strawberry.type
class Product:
    id: strawberry.ID
    sku: str
    name: str
    price: Decimal
    stock: int


@strawberry.type
class OrderLine:
    id: strawberry.ID
    sku: str
    name: str
    quantity: int
    price: Decimal
    product_id: strawberry.Private[int]

    @strawberry.field
    async def product(self, info: strawberry.Info) -> Product:
        return await info.context["products"].load(self.product_id)


@strawberry.type
class Order:
    id: strawberry.ID
    status: str
    total: Decimal
    created_at: datetime
    user_id: strawberry.Private[int]

    @strawberry.field
    async def customer(self, info: strawberry.Info) -> User:
        return await info.context["users"].load(self.user_id)

    @strawberry.field
    async def lines(self, info: strawberry.Info) -> list[OrderLine]:
        return await info.context["lines"].load(int(self.id))


@strawberry.type
class OrderConnection:
    nodes: list[Order]


@strawberry.type
class Query:
    @strawberry.field
    async def orders(self, info: strawberry.Info, first: int = 50) -> OrderConnection:
        rows = await info.context["pool"].fetch(
            "SELECT id, status, total, created_at, user_id FROM site.s_order "
            "ORDER BY created_at DESC, id DESC LIMIT $1", first)
        return OrderConnection(nodes=[
            Order(id=row["id"], status=row["status"].upper(), total=row["total"], created_at=row["created_at"],
                  user_id=row["user_id"]) for row in rows])


def loaders(pool):
    async def users(ids):
        rows = await pool.fetch("SELECT id, name, email FROM site.s_user WHERE id = ANY ($1)", ids)
        found = {row["id"]: User(id=row["id"], name=row["name"], email=row["email"]) for row in rows}
        return [found[id] for id in ids]

    async def products(ids):
        rows = await pool.fetch("SELECT id, sku, name, price, stock FROM site.s_product WHERE id = ANY ($1)", ids)
        found = {row["id"]: Product(**row) for row in rows}
        return [found[id] for id in ids]

    async def lines(ids):
        rows = await pool.fetch(
            "SELECT id, order_id, product_id, sku, name, quantity, price FROM site.s_order_item "
            "WHERE order_id = ANY ($1) ORDER BY order_id, line_no", ids)
        found = defaultdict(list)
        for row in rows:
            found[row["order_id"]].append(
                OrderLine(id=row["id"], sku=row["sku"], name=row["name"], quantity=row["quantity"],
                          price=row["price"], product_id=row["product_id"]))
        return [found[id] for id in ids]

    return {"users": DataLoader(users), "products": DataLoader(products), "lines": DataLoader(lines)}


state = {}


@asynccontextmanager
async def lifespan(app):
    state["pool"] = await asyncpg.create_pool(os.environ["BENCH_DSN"], min_size=POOL_SIZE, max_size=POOL_SIZE)
    yield
    await state["pool"].close()


async def context():
    return {"pool": state["pool"], **loaders(state["pool"])}


app = FastAPI(lifespan=lifespan)
app.include_router(GraphQLRouter(strawberry.Schema(query=Query), context_getter=context), prefix="/graphql")


@app.get("/ready")
async def ready():
    return {}
