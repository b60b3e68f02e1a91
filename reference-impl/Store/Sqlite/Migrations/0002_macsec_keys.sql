-- Keys of all channels. Instants are milliseconds since 1970 in UTC.
CREATE TABLE macsec_keys (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    interconnect_id INTEGER NOT NULL REFERENCES interconnects (id),
    channel         TEXT NOT NULL,
    key_id          TEXT NOT NULL,
    ckn             TEXT NOT NULL,
    -- Kept until the router uses the key, so that its installation survives a restart; then forgotten.
    cak             TEXT,
    start_time      INTEGER NOT NULL,
    active          INTEGER NOT NULL DEFAULT 0,
    -- When the router was first seen to use the key: what bake times are counted from (MAC-04).
    activated_at    INTEGER,
    -- Whether the key takes the place of one that was in use, rather than being the channel's first (MAC-12).
    is_rotation     INTEGER NOT NULL,
    UNIQUE (channel, key_id)
);
CREATE INDEX macsec_keys_interconnect ON macsec_keys (interconnect_id);
-- MAC-06.
CREATE UNIQUE INDEX macsec_keys_active ON macsec_keys (channel) WHERE active = 1;
