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
            events += JsonSerializer.Deserialize((string)values[13], RawJson.Default.StoredEventArray)!.Length;
        }

        return new(events, watch.Elapsed);
    }
}
