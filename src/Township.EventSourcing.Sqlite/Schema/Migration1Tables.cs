namespace Township.EventSourcing.Sqlite;

static class Migration1Tables
{
    // JSON is TEXT, not BLOB, so that json_each(events) works in the sqlite3 shell; SQLite keeps the bytes unchanged. A stream's id ends
    // with its category's id, in ten bits, so that an index of commits by category needs no column and no look-up per commit, and cannot
    // contradict the stream. The index ends with the position, because every SQLite index ends with the row's key. The index is
    // (command_id, stream_id) in this order: ids are time-ordered, so inserts stay at its right edge.
    public const string Sql = """
        CREATE TABLE meta (
            key   TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE history (
            id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*')
        ) STRICT, WITHOUT ROWID;

        INSERT INTO history (id) VALUES (lower(hex(randomblob(16))));

        CREATE TABLE categories (
            category_id INTEGER PRIMARY KEY CHECK (category_id BETWEEN 1 AND 1023),
            name        TEXT NOT NULL UNIQUE COLLATE BINARY
        ) STRICT;

        CREATE TABLE streams (
            stream_id INTEGER PRIMARY KEY, -- a number << 10 | category_id
            name      TEXT NOT NULL UNIQUE COLLATE BINARY,
            category  TEXT NOT NULL REFERENCES categories (name),
            CHECK (substr(name, 1, length(category) + 1) = category || '/')
        ) STRICT;

        CREATE TABLE commits (
            position         INTEGER PRIMARY KEY CHECK (position > 0),
            stream_id        INTEGER NOT NULL REFERENCES streams (stream_id),
            previous_version INTEGER NOT NULL CHECK (previous_version >= 0),
            version          INTEGER NOT NULL,
            command_id       BLOB    NOT NULL CHECK (length(command_id) = 16),
            command_name     TEXT    NOT NULL,
            command_schema   INTEGER NOT NULL,
            command_data     TEXT    NOT NULL,
            actor            TEXT    NOT NULL,
            correlation_id   TEXT    NOT NULL,
            causation_id     TEXT    NOT NULL,
            decided_at       INTEGER NOT NULL,
            rules_version    INTEGER NOT NULL,
            policy_version   TEXT    NOT NULL,
            calendar_version TEXT    NOT NULL,
            code_version     TEXT    NOT NULL,
            facts            TEXT    NOT NULL,
            events           TEXT    NOT NULL,
            event_count      INTEGER NOT NULL CHECK (event_count > 0),
            hash             BLOB    NOT NULL CHECK (length(hash) = 32),
            log_hash         BLOB    NOT NULL CHECK (length(log_hash) = 32),
            CHECK (version = previous_version + event_count),
            UNIQUE (stream_id, previous_version),
            UNIQUE (command_id, stream_id)
        ) STRICT;

        CREATE INDEX commits_category ON commits (stream_id & 1023);
        """;
}
