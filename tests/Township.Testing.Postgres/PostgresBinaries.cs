namespace Township.Testing.Postgres;

/// <summary>Where the server's programs are.</summary>
static class PostgresBinaries
{
    static readonly string[] Needed = ["initdb", "pg_ctl", "pg_basebackup", "postgres"];

    /// <summary>The folder with all of them: on PATH, or the newest that Debian has installed.</summary>
    /// <exception cref="InvalidOperationException">There are none: the message says what to do.</exception>
    public static string Folder { get; } = Find() ?? throw new InvalidOperationException(
        "These tests need a PostgreSQL server: install it (Debian: 'apt-get install postgresql'), or set TOWNSHIP_TEST_POSTGRES to the connection string of one.");

    static string? Find()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var major) ? major : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        return path.Concat(installed).FirstOrDefault(folder => Needed.All(program => File.Exists(Path.Combine(folder, program))));
    }
}
