namespace Township.EventSourcing.PostgreSql;

/// <summary>The minimal rights of roles.</summary>
static class Grants
{
    /// <summary>A silo that does not migrate: it reads, and appends through the append function.</summary>
    public const string Silo = Reader + """

        GRANT EXECUTE ON FUNCTION {schema}.take_turn() TO {role};
        GRANT EXECUTE ON FUNCTION {schema}.append TO {role};
        """;

    /// <summary>A silo that maintains read models: it creates and drops tables when subscriptions are rebuilt.</summary>
    public const string ReadModels = """
        CREATE SCHEMA IF NOT EXISTS {schema};
        GRANT USAGE, CREATE ON SCHEMA {schema} TO {role};
        """;

    /// <summary>An auditor, a read model or a report.</summary>
    public const string Reader = """
        GRANT USAGE ON SCHEMA {schema} TO {role};
        GRANT SELECT ON {schema}.commits, {schema}.streams, {schema}.categories, {schema}.history, {schema}.schema_versions TO {role};
        """;

    /// <exception cref="StoreOpenException">The name of the schema is not valid.</exception>
    public static string For(string grants, string role, string schema)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        return grants
            .Replace("{schema}", new SchemaName(schema).ToString(), StringComparison.Ordinal)
            .Replace("{role}", '"' + role.Replace("\"", "\"\"", StringComparison.Ordinal) + '"', StringComparison.Ordinal) + "\n";
    }
}
