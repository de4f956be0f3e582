using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;

namespace Township.Auditing.Tests;

/// <summary>
/// One byte of a database file is changed, anywhere. Either it is found, or it lies where the file keeps nothing of the
/// history (free space, a trigger's wording): then every commit still reads exactly as before.
/// </summary>
public sealed class ChangedByteTests : IAsyncLifetime
{
    const int Step = 89;

    readonly string _folder = Directory.CreateTempSubdirectory("township-bytes-").FullName;
    byte[] _file = [];
    List<string> _history = [];

    public async ValueTask InitializeAsync()
    {
        var path = Path.Combine(_folder, "original.db");
        await using (var store = await SqliteEventStore.Open(new() { Path = path }, NullLogger<SqliteEventStore>.Instance)) await DrawHistory.Play(store);
        _file = await File.ReadAllBytesAsync(path);
        await using var reader = await SqliteEventReader.Open(path);
        _history = await Everything(reader);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public async Task A_changed_byte_is_found_or_holds_nothing_of_the_history(byte bits)
    {
        var (found, harmless) = (0, 0);
        for (var offset = bits % Step; offset < _file.Length; offset += Step)
        {
            if (await IsFound(offset, bits)) found++;
            else harmless++;
        }

        // Without this the test would pass if nothing were ever found, or if everything were always refused.
        found.Should().BeGreaterThan(_file.Length / Step / 6);
        harmless.Should().BePositive("most of a small database is free space");
    }

    async Task<bool> IsFound(int offset, byte bits)
    {
        var path = Path.Combine(_folder, "changed.db");
        var changed = _file.ToArray();
        changed[offset] ^= bits;
        await File.WriteAllBytesAsync(path, changed);
        try
        {
            await using var reader = await SqliteEventReader.Open(path);
            var totals = await new HistoryVerifier(reader, TownshipAggregates.All).VerifyAll(_ => { });
            if (totals.Faults > 0) return true;
            (await Everything(reader)).Should().Equal(_history, $"the changed byte {offset} was not found");
            return false;
        }
        catch (EventStoreException)
        {
            return true;
        }
    }

    static async Task<List<string>> Everything(SqliteEventReader reader) =>
    [
        .. await reader.ReadAll().Select(c => System.Text.Encoding.UTF8.GetString(CommitLine.Of(c).Span)).ToListAsync(),
        .. await reader.ListStreams().Select(s => s.ToString()).ToListAsync(),
    ];
}
