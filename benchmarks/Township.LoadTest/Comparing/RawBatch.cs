using Npgsql;
using Township.EventSourcing.PostgreSql;
using Township.LoadTest.Work;

namespace Township.LoadTest.Comparing;

/// <summary>The limit of server and driver: the very commits that Township has just stored, written and read again without any store.</summary>
sealed class RawBatch(WorkOrder work) : IPhases
{
    public async Task<Written> Write()
    {
        await using var source = await PostgreSqlEventReader.Open(PostgreSqlStoreOptions.From(work.Source!));
        var perSecond = await PostgresLimit.InsertsPerSecond(work.ConnectionString, source);
        await using var server = await ServerFigures.Connect(work.ConnectionString);
        var rows = (int)await server.Value("SELECT count(*) FROM raw");
        var bytes = await server.Value("SELECT pg_total_relation_size('raw')");
        return new($"Npgsql {NpgsqlVersion}, PostgreSQL {server.Version}", rows, rows / perSecond, null, null, bytes, null, 0);
    }

    public async Task<Recovered> Recover(Written written)
    {
        await PostgresLimit.Read(work.ConnectionString);
        var (events, time) = await PostgresLimit.Read(work.ConnectionString);
        return new(events, time.TotalSeconds, Math.Max(0, written.Commands - events), 0);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static string NpgsqlVersion => typeof(NpgsqlConnection).Assembly.GetName().Version!.ToString(3);
}
