-- The key of a placed order, and the fingerprint of what the order meant. The primary key is the lock: a second
-- request with the same key waits here until the first has committed or rolled back.
CREATE TABLE site.s_idempotency (
    actor_id    bigint NOT NULL,
    key         text NOT NULL,
    fingerprint bytea NOT NULL,
    order_id    bigint NOT NULL CONSTRAINT s_idempotency_order_id_fkey REFERENCES site.s_order (id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT s_idempotency_pkey PRIMARY KEY (actor_id, key)
);

CREATE UNIQUE INDEX s_idempotency_order_id_key ON site.s_idempotency (order_id);
