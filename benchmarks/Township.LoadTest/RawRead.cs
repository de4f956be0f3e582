using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Loads;

namespace Township.LoadTest;

/// <summary>A plain loop over a plain table: every column read, the events deserialised.</summary>
static partial class RawRead
{
    sealed record StoredEvent(string Name, int Schema, LedgerEvent.Entered Data);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(StoredEvent[]))]
    sealed partial class RawJson : JsonSerializerContext;

    public static Replayed All(string path)
    {
        using var connection = RawLimit.Open(path);
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT * FROM raw ORDER BY position";
        var (events, watch) = (0, Stopwatch.StartNew());
        using var row = select.ExecuteReader();
        var values = new object[row.FieldCount];
        while (row.Read())
        {
            row.GetValues(values);
            events += Events((string)values[13]);
        }

        return new(events, watch.Elapsed);
    }

    /// <summary>How many events a stored commit has; all of them are read.</summary>
    public static int Events(string stored) => JsonSerializer.Deserialize(stored, RawJson.Default.StoredEventArray)!.Length;
}
