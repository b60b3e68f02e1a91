-- Since when the peer says that it has no such connection, by the protocol's clock; null where it has (CON-15).
ALTER TABLE connections ADD COLUMN missing_since INTEGER;
CREATE INDEX connections_missing ON connections (missing_since) WHERE missing_since IS NOT NULL;
