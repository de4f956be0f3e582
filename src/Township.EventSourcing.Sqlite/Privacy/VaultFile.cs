using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>Opens and creates the file of a vault.</summary>
static class VaultFile
{
    // "TWNK" in ASCII: distinguishes a vault from a store and from other applications' files.
    const int ApplicationId = 0x54574E4B;
    const int Version = 1;

    static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(5);

    const string Tables = """
        CREATE TABLE keys (
            township   TEXT    NOT NULL COLLATE BINARY,
            subject    TEXT    NOT NULL COLLATE BINARY,
            generation INTEGER NOT NULL CHECK (generation >= 1),
            secret     BLOB    NOT NULL CHECK (length(secret) = CASE WHEN erased_at IS NULL THEN 32 ELSE 0 END),
            created_at INTEGER NOT NULL,
            erased_at  INTEGER,
            erased_by  TEXT,
            erased_for TEXT,
            PRIMARY KEY (township, subject, generation),
            CHECK ((erased_at IS NULL) = (erased_by IS NULL) AND (erased_at IS NULL) = (erased_for IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE UNIQUE INDEX one_key_in_use ON keys (township, subject) WHERE erased_at IS NULL;

        CREATE TABLE adoptions (
            number           INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
            history          TEXT    NOT NULL,
            first_generation INTEGER NOT NULL CHECK (first_generation >= 1),
            adopted_at       INTEGER NOT NULL,
            adopted_by       TEXT    NOT NULL,
            adopted_for      TEXT    NOT NULL
        ) STRICT;

        CREATE TRIGGER adoptions_are_of_one_history BEFORE INSERT ON adoptions
        WHEN EXISTS (SELECT 1 FROM adoptions WHERE history <> NEW.history)
        BEGIN SELECT RAISE(ABORT, 'the vault keeps the keys of another history'); END;

        CREATE TRIGGER adoptions_never_vanish BEFORE DELETE ON adoptions
        BEGIN SELECT RAISE(ABORT, 'adoptions stay on record'); END;

        CREATE TRIGGER adoptions_never_change BEFORE UPDATE ON adoptions
        BEGIN SELECT RAISE(ABORT, 'adoptions stay on record'); END;

        CREATE TRIGGER keys_never_vanish BEFORE DELETE ON keys
        BEGIN SELECT RAISE(ABORT, 'keys are erased, never deleted'); END;

        CREATE TRIGGER keys_are_only_erased BEFORE UPDATE ON keys
        WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL
            OR (NEW.township, NEW.subject, NEW.generation, NEW.created_at) IS NOT (OLD.township, OLD.subject, OLD.generation, OLD.created_at)
        BEGIN SELECT RAISE(ABORT, 'a key in use is erased, and nothing else about it changes'); END;
        """;

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        if (mode == SqliteOpenMode.ReadWriteCreate) Create(path);
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={BusyTimeout.TotalMilliseconds}"));
            if (Identify(connection, path) == 0 && mode != SqliteOpenMode.ReadWriteCreate) throw new StoreOpenException($"'{path}' is not a vault of keys.") { Chinese = $"“{path}”不是密钥库文件。" };
            if (mode == SqliteOpenMode.ReadOnly) return connection;
            // A rollback journal, not a write-ahead log: an erased key must not survive in a log beside the file. EXTRA, so that a power
            // failure cannot bring back the journal, and with it the state before a key was created or erased.
            connection.Run("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON");
            Prepare(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static void Create(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }

    // Inspecting another application's file must not change it.
    static long Identify(SqliteConnection connection, string path)
    {
        if (connection.Number("SELECT count(*) FROM sqlite_schema") == 0) return 0;
        if (connection.Number("PRAGMA application_id") != ApplicationId) throw new StoreOpenException($"'{path}' is not a vault of keys.") { Chinese = $"“{path}”不是密钥库文件。" };
        return connection.Number("PRAGMA user_version") is var version && version <= Version
            ? version
            : throw new StoreOpenException($"The vault '{path}' has version {version}; this program knows versions up to {Version}. Use a newer program.")
            {
                Chinese = $"密钥库“{path}”为版本 {version}，本程序只支持到版本 {Version}，请使用新版程序。",
            };
    }

    static void Prepare(SqliteConnection connection, string path)
    {
        // Serialises processes that start at the same time.
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            if (Identify(connection, path) == 0)
                connection.Run(
                    string.Create(CultureInfo.InvariantCulture, $"{Tables}; PRAGMA application_id={ApplicationId}; PRAGMA user_version={Version}"));
            connection.Run("COMMIT");
        }
        catch
        {
            connection.Run("ROLLBACK");
            throw;
        }
    }
}
