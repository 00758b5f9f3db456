-- Every change of a user, a product or an order is announced on the channel `oblik_changes` when it commits, so that open
-- terminals can show it: `product 12`, `order+ 17` for a new one. PostgreSQL sends equal announcements of one
-- transaction once.
--
-- Programs that write hundreds of thousands of rows set `oblik.quiet` for their transaction and announce once, at its
-- end, that everything may have changed (`* 0`).
CREATE FUNCTION site.announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('oblik_changes', TG_ARGV[0] || CASE TG_OP WHEN 'INSERT' THEN '+ ' ELSE ' ' END || NEW.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER s_user_announce AFTER INSERT OR UPDATE ON site.s_user
    FOR EACH ROW WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_change('user');

CREATE TRIGGER s_product_announce AFTER INSERT OR UPDATE ON site.s_product
    FOR EACH ROW WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_change('product');

CREATE TRIGGER s_order_announce AFTER INSERT OR UPDATE ON site.s_order
    FOR EACH ROW WHEN (current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.announce_change('order');
