"""A file of orders and a made shop, beside bare COPY of the same rows."""
