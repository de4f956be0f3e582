using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Township.Cli;

/// <summary>Where answers go: a terminal with colours and tables, a pipe with plain lines, or JSON.</summary>
sealed class Screen : IAsyncDisposable
{
    static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    readonly Stream _stream;
    readonly StreamWriter _lines;

    public Screen(Format format)
    {
        IsJson = format == Format.Json;
        (_stream, _, IsTerminal) = Channels.Current;
        // A shell script reads line by line; a terminal should not wait for a buffer to fill.
        _lines = new(_stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 15, leaveOpen: true)
        {
            AutoFlush = IsTerminal,
            NewLine = "\n",
        };
    }

    /// <summary>Whether the answer is for programs.</summary>
    public bool IsJson { get; }

    /// <summary>Whether a person is looking at the answer.</summary>
    public bool IsTerminal { get; }

    /// <summary>The terminal; meant for <see cref="IsTerminal"/> only.</summary>
    public IAnsiConsole Terminal => field ??= AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(_lines) });

    /// <summary>A line of text. Control characters from a damaged or hostile store never reach the terminal.</summary>
    public void Line(string text) => _lines.WriteLine(Plain(text));

    /// <summary>A line that is JSON already.</summary>
    public async Task JsonLine(ReadOnlyMemory<byte> json)
    {
        await _lines.FlushAsync();
        await _stream.WriteAsync(json);
        _stream.WriteByte((byte)'\n');
    }

    /// <summary>One JSON document, indented.</summary>
    public async Task Json(Func<Utf8JsonWriter, Task> write)
    {
        await _lines.FlushAsync();
        await using (var json = new Utf8JsonWriter(_stream, Indented)) await write(json);
        _stream.WriteByte((byte)'\n');
    }

    /// <summary>How many columns of a terminal a text takes: two for a Chinese character.</summary>
    public static int WidthOf(string text) => new Segment(text).CellCount();

    /// <summary>Without control characters.</summary>
    public static string Plain(string text) => UnicodeText.Printable(text, int.MaxValue);

    public async ValueTask DisposeAsync() => await _lines.DisposeAsync();
}
