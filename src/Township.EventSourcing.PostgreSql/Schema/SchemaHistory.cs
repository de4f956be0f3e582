namespace Township.EventSourcing.PostgreSql;

/// <summary>The migrations of one kind of schema, oldest first, and the table that records which were applied.</summary>
/// <param name="VersionTable">The name of the table; it distinguishes the kinds of schemas.</param>
/// <param name="Migrations">Returns the SQL of each migration, with <c>{schema}</c> for the schema, for a number of partitions.</param>
sealed record SchemaHistory(string VersionTable, IReadOnlyList<Func<int, string>> Migrations)
{
    public static SchemaHistory OfStore { get; } = new(
        "schema_versions", [Migration1Tables.Sql, _ => Migration2AppendOnly.Sql, _ => Migration3Append.Sql]);

    /// <summary>The newest version.</summary>
    public int Current => Migrations.Count;
}
