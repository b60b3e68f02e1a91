-- Issues and their comments as their contract JSON. Instants are milliseconds since 1970 in UTC.
CREATE TABLE issues (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    provider TEXT NOT NULL,
    issue_id TEXT NOT NULL,
    document TEXT NOT NULL,
    UNIQUE (provider, issue_id)
);
CREATE INDEX issues_provider ON issues (provider, id);

CREATE TABLE issue_comments (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    issue    INTEGER NOT NULL REFERENCES issues (id),
    document TEXT NOT NULL
);
CREATE INDEX issue_comments_issue ON issue_comments (issue, id);
