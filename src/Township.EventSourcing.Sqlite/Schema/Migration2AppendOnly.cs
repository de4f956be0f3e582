namespace Township.EventSourcing.Sqlite;

static class Migration2AppendOnly
{
    // Protects against accidents, such as a hasty UPDATE in a shell or a second writer on a file system without locks. A forger can drop a
    // trigger; the hash chain protects against that.
    public const string Sql = """
        CREATE TRIGGER commits_follow BEFORE INSERT ON commits
        BEGIN
            SELECT RAISE(ABORT, 'the position is not the next one')
            WHERE NEW.position <> 1 + coalesce((SELECT max(position) FROM commits), 0);
            SELECT RAISE(ABORT, 'the stream is not at previous_version')
            WHERE NEW.previous_version <> coalesce(
                (SELECT version FROM commits WHERE stream_id = NEW.stream_id ORDER BY previous_version DESC LIMIT 1), 0);
        END;

        CREATE TRIGGER commits_never_change BEFORE UPDATE ON commits
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

        CREATE TRIGGER commits_never_vanish BEFORE DELETE ON commits
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

        CREATE TRIGGER streams_never_change BEFORE UPDATE ON streams
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

        CREATE TRIGGER streams_never_vanish BEFORE DELETE ON streams
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

        CREATE TRIGGER categories_never_change BEFORE UPDATE ON categories
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

        CREATE TRIGGER categories_never_vanish BEFORE DELETE ON categories
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

        CREATE TRIGGER history_is_one BEFORE INSERT ON history
        BEGIN SELECT RAISE(ABORT, 'a store holds one history'); END;

        CREATE TRIGGER history_never_changes BEFORE UPDATE ON history
        BEGIN SELECT RAISE(ABORT, 'a store holds one history'); END;

        CREATE TRIGGER history_never_vanishes BEFORE DELETE ON history
        BEGIN SELECT RAISE(ABORT, 'a store holds one history'); END;
        """;
}
