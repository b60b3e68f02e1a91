-- Our own maintenance of channels. Instants are milliseconds since 1970 in UTC.
CREATE TABLE maintenance_events (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    maintenance_id TEXT NOT NULL UNIQUE,
    channel        TEXT NOT NULL,
    start_time     INTEGER NOT NULL,
    end_time       INTEGER NOT NULL CHECK (end_time > start_time),
    emergency      INTEGER NOT NULL
);
CREATE INDEX maintenance_events_channel ON maintenance_events (channel, end_time);

-- The peers' maintenance, as they last told it (MNT-03).
CREATE TABLE peer_maintenance_events (
    channel        TEXT NOT NULL,
    maintenance_id TEXT NOT NULL,
    start_time     INTEGER NOT NULL,
    end_time       INTEGER NOT NULL,
    PRIMARY KEY (channel, maintenance_id)
);
