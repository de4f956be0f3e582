// A process that holds a store open, for tests of what other processes see: appends commit N with a note of so many
// characters for every line "append N CHARACTERS" and says how that ended; makes a key in the vault PATH-keys for "key ID" and
// erases it for "erase ID"; closes the store and ends at any other line or at the end of input. Tests also kill it, and take the room for its files away.
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;
using Township.EventSourcing.Testing;

// SIGXFSZ would end the process at the limit of its files' length; ignored, it leaves the write that fails.
const PosixSignal FileTooLong = (PosixSignal)25;
using var ignored = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(FileTooLong, signal => signal.Cancel = true);

await using var store = await SqliteEventStore.Open(new() { Path = args[0] }, NullLogger<SqliteEventStore>.Instance);
Console.WriteLine("open");
for (; ; )
{
    string? answer = Console.ReadLine()?.Split(' ') switch
    {
        ["append", var number, var characters] => await Append(int.Parse(number, CultureInfo.InvariantCulture), int.Parse(characters, CultureInfo.InvariantCulture)),
        ["key", var id] => await InVault(async keys => Convert.ToHexString((await keys.Current(new("huimin", id))).Secret)),
        ["erase", var id] => await InVault(async keys => (await keys.Erase(new("huimin", id), new("c-002", "request 7", DateTimeOffset.UnixEpoch))).ToString()),
        _ => null,
    };
    if (answer is null) break;
    Console.WriteLine(answer);
}

async Task<string> InVault(Func<SqlitePersonalDataKeys, Task<string>> use)
{
    await using var keys = SqlitePersonalDataKeys.Open(args[0] + "-keys", TimeProvider.System);
    return await use(keys);
}

async Task<string> Append(int number, int characters)
{
    try
    {
        var results = await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.Any, number, note: new('x', characters))]);
        return results[0].GetType().Name;
    }
    catch (StoreUnavailableException e)
    {
        return $"unavailable, {(e.MayHaveCommitted ? "may have committed" : "nothing written")}: {e.Message}";
    }
}
