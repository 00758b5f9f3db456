// The three requests in Express with pg, as an API server of that kind does them at its quickest.
const express = require('express');
const { Pool } = require('pg');

const pool = new Pool({
    host: process.env.BENCH_HOST, database: process.env.BENCH_DATABASE, user: process.env.BENCH_USER,
    port: Number(process.env.BENCH_PORT), max: Number(process.env.BENCH_POOL),
});
const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.use(express.json());

const product = {
    name: 'product',
    text: `SELECT id, sku, barcode, name, price::text AS price, stock, archived_at AS "archivedAt",
        created_at AS "createdAt", updated_at AS "updatedAt", version
    FROM site.s_product WHERE id = $1`,
};
const page = {
    name: 'page',
    text: `SELECT o.id, o.user_id, u.name, u.email, o.status, o.total::text AS total, o.line_count, o.note,
        o.created_at, o.updated_at, o.version
    FROM (SELECT * FROM site.s_order ORDER BY created_at DESC, id DESC LIMIT 50) AS o
    JOIN site.s_user u ON u.id = o.user_id
    ORDER BY o.created_at DESC, o.id DESC`,
};
const place = { name: 'place', text: 'SELECT * FROM bench.place_order($1, $2, $3, $4)' };

app.get('/products/:number', async (request, response, next) => {
    try {
        const { rows } = await pool.query({ ...product, values: [request.params.number] });
        if (rows.length === 0) return response.sendStatus(404);
        response.json(rows[0]);
    } catch (error) { next(error); }
});

app.get('/orders', async (request, response, next) => {
    try {
        const { rows } = await pool.query(page);
        response.json(rows.map((row) => ({
            id: Number(row.id), userId: Number(row.user_id), status: row.status, total: row.total,
            lineCount: row.line_count, note: row.note, createdAt: row.created_at, updatedAt: row.updated_at,
            version: row.version, user: { id: Number(row.user_id), name: row.name, email: row.email },
        })));
    } catch (error) { next(error); }
});

app.post('/orders', async (request, response, next) => {
    try {
        const { userId, items, idempotencyKey } = request.body;
        const { rows } = await pool.query({
            ...place,
            values: [userId, items.map((item) => item.productId), items.map((item) => item.quantity), idempotencyKey],
        });
        response.status(201).json({ id: Number(rows[0].id), total: rows[0].total, createdAt: rows[0].created_at });
    } catch (error) { next(error); }
});

app.listen(Number(process.env.PORT), '127.0.0.1');
