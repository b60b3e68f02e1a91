-- A key that the peer has issued and a customer has accepted here, exactly as it was brought; null for what was
-- created here. failure says in plain words why an acceptance came to nothing.
ALTER TABLE customer_connections ADD COLUMN accepted_key TEXT;
ALTER TABLE customer_connections ADD COLUMN failure TEXT;

-- 0 while the peer has not answered our proposal: its parameters are reserved, and it is no feature yet.
ALTER TABLE features ADD COLUMN agreed INTEGER NOT NULL DEFAULT 1;

-- What we drive as negotiator: one row for each connection until it is done. The next step is in deliveries.
-- Instants are milliseconds since 1970 in UTC, by the technical clock.
CREATE TABLE negotiations (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid           TEXT NOT NULL UNIQUE REFERENCES customer_connections (uuid),
    step           TEXT NOT NULL,
    environment    TEXT NOT NULL,
    bandwidth_mbps INTEGER NOT NULL,
    -- Where the connection is created locally; null while none is chosen.
    interconnect   TEXT,
    -- Interconnects that the peer has refused in this round (CON-11), with the status of each.
    refusals       TEXT NOT NULL DEFAULT '',
    -- Tries since the phase began, and the instant from which on there is no further one (CON-12).
    attempts       INTEGER NOT NULL DEFAULT 0,
    retry_until    INTEGER NOT NULL,
    -- The connection was deleted while a CreateConnection was under way: it is taken back once that has ended.
    cancelled      INTEGER NOT NULL DEFAULT 0,
    failure        TEXT
);

-- Channels of a connection that have no agreed feature yet and are still negotiated.
CREATE TABLE feature_proposals (
    connection_id INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    channel       TEXT NOT NULL,
    -- The feature whose parameters are reserved for the proposal; null while guidance is awaited.
    feature_id    TEXT,
    tries         INTEGER NOT NULL DEFAULT 0,
    -- Parameters that the peer has refused on this channel, a line for each try (FEA-12).
    refused       TEXT NOT NULL DEFAULT '',
    retry_until   INTEGER NOT NULL,
    PRIMARY KEY (connection_id, channel)
);
