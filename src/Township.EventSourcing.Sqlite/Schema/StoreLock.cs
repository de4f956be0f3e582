using System.Text;
using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// Prevents a second silo from opening the database: <c>PATH.lock</c>, opened without sharing. The operating system releases it when the
/// process ends in any way. The file is never deleted: otherwise two silos could lock two files of the same name.
/// </summary>
sealed class StoreLock : IDisposable
{
    readonly FileStream _file;

    StoreLock(FileStream file) => _file = file;

    public static string Holder => $"process {Environment.ProcessId} on {Environment.MachineName}";

    /// <exception cref="StoreOpenException">Another silo holds the lock, or the folder is not writable.</exception>
    public static StoreLock Take(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            var file = new FileStream(
                WithoutLink(path) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes(Holder + "\n"));
            file.Flush();
            return new(file);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new StoreOpenException($"'{path}' is in use by {HolderOf(path)}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StoreOpenException($"'{path}' cannot be opened: {e.Message}", e) { Chinese = $"“{path}”打不开（{e.Message}）。" };
        }
    }

    public void Dispose()
    {
        using (_file) _file.SetLength(0);
    }

    // SQLite follows a link to the file and its log; the lock must do the same, or two silos could open one store.
    static string WithoutLink(string path) =>
        new FileInfo(path) is { Exists: true, LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : path;

    // EWOULDBLOCK on Linux and macOS; ERROR_SHARING_VIOLATION on Windows.
    static bool IsHeld(IOException e) => OperatingSystem.IsWindows() ? e.HResult == unchecked((int)0x80070020) : e.HResult is 11 or 35;

    // The lock file cannot be read while it is locked, so the holder is read from the database.
    static string HolderOf(string path)
    {
        try
        {
            using var connection = Connections.OpenReader(path, TimeSpan.Zero);
            return StoreMarker.Read(connection) ?? "another process that is just starting or stopping";
        }
        catch (SqliteException)
        {
            return "another process";
        }
    }
}
