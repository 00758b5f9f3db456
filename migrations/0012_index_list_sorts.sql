-- Every column that a list is sorted by has an index that ends in the id, so that a page costs the same at any depth;
-- stock alone has none, ever (0002).
--
-- The sorts treat a missing text as an empty one, and texts stand in the order that Ukrainian readers expect.
CREATE INDEX s_user_email_idx ON site.s_user ((coalesce(email, '')) COLLATE "uk-x-icu", id);
CREATE INDEX s_user_phone_idx ON site.s_user ((coalesce(phone, '')) COLLATE "uk-x-icu", id);
CREATE INDEX s_user_role_idx ON site.s_user (role, id);

CREATE INDEX s_product_barcode_idx ON site.s_product ((coalesce(barcode, '')) COLLATE "uk-x-icu", id);
CREATE INDEX s_product_price_idx ON site.s_product (price, id);

CREATE INDEX s_order_total_idx ON site.s_order (total, id);

-- The dashboard sums the open orders: the index holds all that it needs.
DROP INDEX site.s_order_open_idx;
CREATE INDEX s_order_open_idx ON site.s_order (status, created_at DESC, id DESC) INCLUDE (total)
    WHERE status IN ('placed', 'paid');
