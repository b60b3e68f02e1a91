-- What a negotiation is for, and for a migration where the connection is now and where alone it may go.
ALTER TABLE negotiations ADD COLUMN purpose TEXT NOT NULL DEFAULT 'Acceptance';
ALTER TABLE negotiations ADD COLUMN old_interconnect TEXT;
ALTER TABLE negotiations ADD COLUMN wanted_interconnect TEXT;
-- When a deferral is rolled back, in milliseconds since 1970 by the protocol's clock (DFR-03).
ALTER TABLE negotiations ADD COLUMN deadline_at INTEGER;

-- By the protocol's clock: when the connection was placed here, and when it was first VERIFIED (CON-15).
ALTER TABLE connections ADD COLUMN created_at INTEGER;
ALTER TABLE connections ADD COLUMN verified_at INTEGER;
CREATE INDEX connections_unfinished ON connections (created_at) WHERE verified_at IS NULL;
