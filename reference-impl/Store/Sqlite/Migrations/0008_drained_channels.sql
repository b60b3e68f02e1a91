-- Channels that carry no customer traffic while a maintenance of ours lasts (MNT-08).
CREATE TABLE drained_channels (
    channel TEXT PRIMARY KEY
);
