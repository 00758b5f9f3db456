-- What is taken off the price of a line, in percent; orders of the time before had no discounts.
--
-- What a line costs is said here once for all SQL: totals, the proof of the books and the figures of Home. The program
-- says the same in `Money.times(_:less:)`. The factor 0.01 keeps every digit, where a division by 100 would round
-- before `round` does. Not STRICT, so that the planner writes the expression into its place.
ALTER TABLE site.s_order_item
    ADD COLUMN discount numeric(5,2) NOT NULL DEFAULT 0
    CONSTRAINT s_order_item_discount_check CHECK (discount >= 0 AND discount <= 100);

CREATE FUNCTION site.line_total(price numeric, quantity integer, discount numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT round(price * quantity * (100 - discount) * 0.01, 2)
$$;
