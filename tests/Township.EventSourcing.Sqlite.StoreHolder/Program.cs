// A process that holds a store open, for tests of what other processes see: appends one commit for every line "append",
// closes the store and ends at any other line or at the end of input. Tests also kill it.
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;
using Township.EventSourcing.Testing;

await using var store = await SqliteEventStore.Open(new() { Path = args[0] }, NullLogger<SqliteEventStore>.Instance);
Console.WriteLine("open");
for (var n = 1; Console.ReadLine() == "append"; n++)
{
    await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.Any, n)]);
    Console.WriteLine("appended");
}
