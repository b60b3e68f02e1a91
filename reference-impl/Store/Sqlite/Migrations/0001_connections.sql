-- Instants are milliseconds since 1970 in UTC. Names of static resources are kept in full.

CREATE TABLE interconnects (
    id            INTEGER PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE,
    environment   TEXT NOT NULL,
    state         TEXT NOT NULL,
    max_mbps      INTEGER NOT NULL,
    -- Sum over the interconnect's connections, kept beside them so that deciding costs the same at any size.
    reserved_mbps INTEGER NOT NULL DEFAULT 0 CHECK (reserved_mbps >= 0),
    -- Touched first by every transaction that reserves: it serializes them (CON-13, FEA-09, MAC-14).
    version       INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX interconnects_environment ON interconnects (environment);

-- What a customer has created at our portal: one row whatever interconnects it is on (MIG-08). It stays
-- after its deletion, so that its UUID and key never become valid again (KEY-16).
CREATE TABLE customer_connections (
    id                INTEGER PRIMARY KEY,
    uuid              TEXT NOT NULL UNIQUE,
    environment       TEXT NOT NULL,
    bandwidth_mbps    INTEGER NOT NULL,
    account_id        TEXT NOT NULL,
    remote_account_id TEXT NOT NULL,
    key_mbps          INTEGER NOT NULL,
    key_version       INTEGER NOT NULL,
    key_expires_at    INTEGER NOT NULL,
    confirmed_at      INTEGER,
    used_at           INTEGER,
    deleted_at        INTEGER,
    version           INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX customer_connections_account ON customer_connections (account_id) WHERE deleted_at IS NULL;

CREATE TABLE connections (
    id                 INTEGER PRIMARY KEY,
    interconnect_id    INTEGER NOT NULL REFERENCES interconnects (id),
    uuid               TEXT NOT NULL REFERENCES customer_connections (uuid),
    bandwidth_mbps     INTEGER NOT NULL CHECK (bandwidth_mbps > 0),
    verification_state TEXT NOT NULL,
    -- Our own side: whether all features are available (PRO-02), whether an agreed change is on its way to
    -- the network (UPD-08), how often our status changed and up to which change the peer has acknowledged it.
    available          INTEGER NOT NULL DEFAULT 0,
    changing           INTEGER NOT NULL DEFAULT 0,
    status_version     INTEGER NOT NULL DEFAULT 0,
    acked_version      INTEGER NOT NULL DEFAULT 0,
    -- The peer's side: how often it notified, and what the refresh after the newest answered one told (PRO-04).
    peer_notices       INTEGER NOT NULL DEFAULT 0,
    refreshed_notice   INTEGER NOT NULL DEFAULT 0,
    peer_available     INTEGER NOT NULL DEFAULT 0,
    -- Our own customer's update (UPD-03); held_mbps is what it reserves beyond bandwidth_mbps.
    update_state       TEXT,
    update_mbps        INTEGER,
    held_mbps          INTEGER NOT NULL DEFAULT 0,
    version            INTEGER NOT NULL DEFAULT 0,
    UNIQUE (interconnect_id, uuid)
);
CREATE INDEX connections_uuid ON connections (uuid);

CREATE TABLE features (
    id                 INTEGER PRIMARY KEY,
    connection_id      INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    feature_id         TEXT NOT NULL,
    channel            TEXT NOT NULL,
    vlan_id            INTEGER NOT NULL,
    ipv4_start         INTEGER NOT NULL,
    ipv4_end           INTEGER NOT NULL,
    -- 32 hex digits, so that text order is numeric order.
    ipv6_start         TEXT,
    ipv6_end           TEXT,
    config             TEXT NOT NULL,
    provisioning_state TEXT NOT NULL,
    -- Counts what the network was asked for; an older answer is not for the newest request.
    activation         INTEGER NOT NULL DEFAULT 0,
    UNIQUE (connection_id, feature_id),
    UNIQUE (connection_id, channel),
    UNIQUE (channel, vlan_id)
);
-- The subnets of a channel are disjoint: whether a new one overlaps is seen from its neighbour alone.
CREATE UNIQUE INDEX features_ipv4 ON features (channel, ipv4_start);
CREATE UNIQUE INDEX features_ipv6 ON features (channel, ipv6_start) WHERE ipv6_start IS NOT NULL;

-- What has still to reach a peer or the network, recorded with the change that it follows from.
CREATE TABLE deliveries (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    payload  TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at   INTEGER NOT NULL
);
CREATE INDEX deliveries_due ON deliveries (due_at, id);
CREATE INDEX deliveries_subject ON deliveries (subject);
