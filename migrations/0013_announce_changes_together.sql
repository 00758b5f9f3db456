-- What one statement changes is announced together, up to 300 ids a time: `product 12 13 14`, `order+ 17 18`. A call for
-- each row cost a sale more than the index of its total. A terminal that knows single ids only takes such an
-- announcement for one that may mean any row.
--
-- `oblik.quiet` is heeded as before (0008).
CREATE FUNCTION site.announce_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- An announcement has less than 8,000 bytes, an id 19 digits at most.
    PERFORM pg_notify('oblik_changes', TG_ARGV[0] || string_agg(' ' || id, '' ORDER BY id))
    FROM (SELECT id, (row_number() OVER () - 1) / 300 AS part FROM fresh) AS numbered
    GROUP BY part;
    RETURN NULL;
END
$$;

DROP TRIGGER s_user_announce ON site.s_user;
CREATE TRIGGER s_user_announce_new AFTER INSERT ON site.s_user
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_changes('user+');
CREATE TRIGGER s_user_announce_changed AFTER UPDATE ON site.s_user
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_changes('user');

DROP TRIGGER s_product_announce ON site.s_product;
CREATE TRIGGER s_product_announce_new AFTER INSERT ON site.s_product
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_changes('product+');
CREATE TRIGGER s_product_announce_changed AFTER UPDATE ON site.s_product
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_changes('product');

DROP TRIGGER s_order_announce ON site.s_order;
CREATE TRIGGER s_order_announce_new AFTER INSERT ON site.s_order
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_changes('order+');
CREATE TRIGGER s_order_announce_changed AFTER UPDATE ON site.s_order
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
    WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_changes('order');

DROP FUNCTION site.announce_change();
