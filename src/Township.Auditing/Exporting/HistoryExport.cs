using System.Globalization;
using System.Security.Cryptography;

namespace Township.Auditing;

/// <summary>The format of an export.</summary>
public enum ExportFormat
{
    /// <summary>
    /// <c>commits.jsonl</c>: one commit per line with everything that is stored, byte for byte. For programs, and
    /// to compute the hashes again.
    /// </summary>
    JsonLines,

    /// <summary>
    /// <c>commits.csv</c> and <c>events.csv</c> for spreadsheets. Texts that a spreadsheet could take for formulas, numbers or
    /// dates begin with an apostrophe.
    /// </summary>
    Csv,
}

/// <summary>A file that was written.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Rows">The number of commits or events in it.</param>
/// <param name="Bytes">The length in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 hexadecimal digits.</param>
public sealed record ExportedFile(string Name, long Rows, long Bytes, string Sha256);

/// <summary>The result of an export.</summary>
/// <param name="Head">The last commit in the export.</param>
/// <param name="Files">The files.</param>
/// <param name="Unreadable">Stored rows that could not be read and are missing from the export.</param>
public sealed record ExportResult(Checkpoint Head, IReadOnlyList<ExportedFile> Files, IReadOnlyList<Fault> Unreadable);

/// <summary>
/// Writes a whole history to files, in the global order. It does not verify the history: verify it first. The files get their names only
/// when they are complete; existing files are never overwritten.
/// </summary>
public static class HistoryExport
{
    /// <summary>Exports the whole history.</summary>
    /// <param name="reader">The history.</param>
    /// <param name="folder">The target folder; created when it is missing.</param>
    /// <param name="format">The format.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="shown">Converts a commit for spreadsheets, for example by opening personal texts. Default: as stored. JSON lines
    /// always hold the stored form.
    /// </param>
    /// <param name="headings">The language of the headings in a spreadsheet: Chinese for any <c>zh</c>, else English, which is the default.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="IOException">The folder is not writable, or already holds an export.</exception>
    /// <exception cref="StoreUnavailableException">The store is not available.</exception>
    public static async Task<ExportResult> Write(
        IEventReader reader, string folder, ExportFormat format, IProgress<AuditProgress>? progress = null,
        Func<RecordedCommit, CancellationToken, ValueTask<RecordedCommit>>? shown = null, CultureInfo? headings = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Directory.CreateDirectory(folder);
        var language = headings ?? CultureInfo.InvariantCulture;
        IReadOnlyList<ExportFile> files = format == ExportFormat.Csv
            ? [new CommitsCsv(folder, language), new EventsCsv(folder, language)]
            : [new CommitsJsonLines(folder)];
        try
        {
            foreach (var file in files) file.Create();
            var (history, head) = (await reader.ReadHistory(cancellationToken), new LogHead(0, CommitHash.Zero));
            var unreadable = new List<Fault>();
            var total = (await reader.ReadLogHead(cancellationToken)).Position;
            await foreach (var commit in reader.ReadAllReadable(
                d => unreadable.Add(HistoryFaults.Unreadable.At(new(null, null, d.Position), "—", d.Message)), cancellationToken))
            {
                var written = shown is null || format == ExportFormat.JsonLines ? commit : await shown(commit, cancellationToken);
                foreach (var file in files) await file.Write(written);
                head = commit.LogHead;
                progress?.Report(new(head.Position, total));
            }

            var complete = new List<ExportedFile>();
            foreach (var file in files) complete.Add(await file.Complete(cancellationToken));
            return new(new(history, head), complete, unreadable);
        }
        finally
        {
            foreach (var file in files) await file.DisposeAsync();
        }
    }
}

/// <summary>One file of an export. Its name ends with <c>.partial</c> until it is complete; an incomplete file is deleted.</summary>
abstract class ExportFile(string folder, string name) : IAsyncDisposable
{
    readonly string _path = Path.Combine(folder, name), _partial = Path.Combine(folder, name + ".partial");
    FileStream? _stream;

    protected long Rows { get; set; }

    public void Create()
    {
        if (File.Exists(_path)) throw new FileExistsException(_path);
        _stream = new(_partial, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        Open(_stream);
    }

    public abstract Task Write(RecordedCommit commit);

    public async Task<ExportedFile> Complete(CancellationToken cancellationToken)
    {
        await Close();
        _stream = null;
        File.Move(_partial, _path);
        await using var written = File.OpenRead(_path);
        return new(name, Rows, written.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is null) return;
        await Close();
        File.Delete(_partial);
        GC.SuppressFinalize(this);
    }

    protected abstract void Open(Stream stream);

    /// <summary>Writes buffered data and closes the stream.</summary>
    protected abstract ValueTask Close();
}

/// <summary>A file that was to be written exists already. It stays as it is.</summary>
/// <param name="path">The file.</param>
public sealed class FileExistsException(string path) : IOException($"'{path}' exists already.")
{
    /// <summary>The file.</summary>
    public string Path => path;
}
