-- What the peers call for POST /orders: one round trip that locks, checks and writes what Oblik does for an order
-- (stock, order, lines, ledger, audit, key). Triggers and constraints are the shop's own.
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.place_order(customer bigint, products bigint[], quantities integer[], claim text)
RETURNS TABLE (id bigint, total numeric, created_at timestamptz) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    short integer;
    order_id bigint;
    sum numeric;
    placed timestamptz;
    print bytea := sha256(convert_to(customer || products::text || quantities::text, 'UTF8'));
BEGIN
    PERFORM 1 FROM site.s_product p WHERE p.id = ANY (products) ORDER BY p.id FOR NO KEY UPDATE;
    SELECT count(*) FILTER (WHERE p.stock < line.quantity), sum(round(p.price * line.quantity, 2))
    INTO short, sum
    FROM unnest(products, quantities) AS line (product, quantity) JOIN site.s_product p ON p.id = line.product;
    IF short > 0 THEN RAISE EXCEPTION 'insufficient stock'; END IF;
    UPDATE site.s_product p SET stock = p.stock - line.quantity
    FROM unnest(products, quantities) AS line (product, quantity) WHERE p.id = line.product;
    INSERT INTO site.s_order (user_id, total, line_count, created_by, source)
    VALUES (customer, sum, cardinality(products), 1, 'http')
    RETURNING s_order.id, s_order.created_at INTO order_id, placed;
    INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price)
    SELECT order_id, line.place, p.id, p.sku, p.name, line.quantity, p.price
    FROM unnest(products, quantities) WITH ORDINALITY AS line (product, quantity, place)
    JOIN site.s_product p ON p.id = line.product;
    INSERT INTO site.s_stock_move (product_id, delta, reason, order_id, actor_id)
    SELECT line.product, -line.quantity, 'sale', order_id, 1
    FROM unnest(products, quantities) AS line (product, quantity);
    INSERT INTO site.s_audit (actor_id, actor_name, source, operation, entity, entity_id)
    VALUES (1, 'bench', 'http', 'placeOrder', 'order', order_id);
    INSERT INTO site.s_idempotency (actor_id, key, fingerprint, order_id) VALUES (1, claim, print, order_id);
    RETURN QUERY SELECT order_id, sum, placed;
END
$$;
