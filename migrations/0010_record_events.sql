-- What happens to the shop, as rows that are written in the transaction of the change itself: the outbox that
-- `GET /events` and subscriptions read. A change that is rolled back leaves no event, one that is committed always does.
--
-- Numbers are drawn before their transaction commits, so that a reader who goes by `id` alone would pass over events
-- that are committed late. So the transaction comes first, and readers stop before the oldest one that is still under
-- way (`pg_snapshot_xmin`). Rows whose time is over are deleted; how far is written down, so that a reader who comes
-- back too late is told, and does not miss anything silently.
CREATE TABLE site.s_event (
    xid       bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    at        timestamptz NOT NULL DEFAULT now(),
    type      text NOT NULL,
    entity_id bigint,
    data      json NOT NULL DEFAULT '{}',
    CONSTRAINT s_event_pkey PRIMARY KEY (xid, id)
) WITH (autovacuum_vacuum_scale_factor = 0.05);

-- The last event that was deleted: one row.
CREATE TABLE site.s_event_horizon (
    is_only boolean PRIMARY KEY DEFAULT true CONSTRAINT s_event_horizon_is_only_check CHECK (is_only),
    xid     bigint NOT NULL DEFAULT 0,
    id      bigint NOT NULL DEFAULT 0
);
INSERT INTO site.s_event_horizon DEFAULT VALUES;

-- Orders and rows of the ledger come many at a time: one call for each statement.
CREATE FUNCTION site.record_new_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO site.s_event (type, entity_id, data)
    SELECT 'order.created', id,
        json_build_object('id', id, 'userId', user_id, 'status', status, 'total', total::text, 'lines', line_count)
    FROM fresh;
    RETURN NULL;
END
$$;

CREATE TRIGGER s_order_created AFTER INSERT ON site.s_order
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.record_new_orders();

CREATE FUNCTION site.record_stock_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO site.s_event (type, entity_id, data)
    SELECT 'stock.changed', product_id,
        json_build_object('productId', product_id, 'delta', delta, 'reason', reason, 'orderId', order_id)
    FROM fresh;
    RETURN NULL;
END
$$;

CREATE TRIGGER s_stock_move_created AFTER INSERT ON site.s_stock_move
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.record_stock_moves();

CREATE FUNCTION site.record_order_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO site.s_event (type, entity_id, data)
    VALUES (
        'order.' || CASE
            WHEN NEW.status <> OLD.status AND NEW.status IN ('paid', 'shipped', 'cancelled') THEN NEW.status
            ELSE 'changed' END,
        NEW.id,
        json_build_object(
            'id', NEW.id, 'userId', NEW.user_id, 'status', NEW.status, 'total', NEW.total::text,
            'lines', NEW.line_count));
    RETURN NULL;
END
$$;

CREATE TRIGGER s_order_changed AFTER UPDATE ON site.s_order
    FOR EACH ROW WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.record_order_change();

-- Customers and products: what they are called here is not told, whoever may know asks for the row.
CREATE FUNCTION site.record_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO site.s_event (type, entity_id, data)
    VALUES (
        TG_ARGV[0] || CASE
            WHEN TG_OP = 'INSERT' THEN '.created'
            WHEN OLD.archived_at IS NULL AND NEW.archived_at IS NOT NULL THEN '.archived'
            WHEN OLD.archived_at IS NOT NULL AND NEW.archived_at IS NULL THEN '.restored'
            ELSE '.changed' END,
        NEW.id, json_build_object('id', NEW.id, 'version', NEW.version));
    RETURN NULL;
END
$$;

CREATE TRIGGER s_product_created AFTER INSERT ON site.s_product
    FOR EACH ROW WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.record_record('product');

-- Stock is told by the ledger: a sale must not pay for this trigger.
CREATE TRIGGER s_product_changed AFTER UPDATE ON site.s_product
    FOR EACH ROW WHEN (
        (OLD.sku, OLD.barcode, OLD.name, OLD.price, OLD.archived_at)
            IS DISTINCT FROM (NEW.sku, NEW.barcode, NEW.name, NEW.price, NEW.archived_at)
        AND current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.record_record('product');

CREATE TRIGGER s_user_created AFTER INSERT ON site.s_user
    FOR EACH ROW WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.record_record('user');

CREATE TRIGGER s_user_changed AFTER UPDATE ON site.s_user
    FOR EACH ROW WHEN (
        (OLD.role, OLD.login, OLD.name, OLD.email, OLD.phone, OLD.note, OLD.archived_at)
            IS DISTINCT FROM (NEW.role, NEW.login, NEW.name, NEW.email, NEW.phone, NEW.note, NEW.archived_at)
        AND current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.record_record('user');
