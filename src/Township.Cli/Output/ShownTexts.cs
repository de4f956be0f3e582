using System.Text.Json;
using System.Text.Json.Nodes;

namespace Township.Cli;

/// <summary>
/// Texts about people in an answer: opened where the keys were named. Otherwise people see that there is a sealed text, and
/// programs the sealed text as it is stored.
/// </summary>
sealed class ShownTexts(PersonalData? vault, Actor? reader, StateReader states, bool forPrograms, Language language) : IAsyncDisposable
{
    const int FingerprintLength = 6;

    readonly Dictionary<StreamId, bool> _mayRead = [];

    /// <summary>With which keys, and for whom, as the command line says.</summary>
    public static async Task<ShownTexts> Of(Inquiry inquiry, ReaderOption reader) => new(
        await reader.OpenKeys(inquiry), reader.Named(inquiry), new(inquiry.Reader, inquiry.Aggregates), inquiry.Screen.IsJson, inquiry.Language);

    /// <summary>A commit of any stream as it is shown: its texts stay sealed where the reader may not read that stream's history.</summary>
    public async ValueTask<RecordedCommit> ShowToReader(RecordedCommit commit, CancellationToken cancellationToken) =>
        await Show(commit, vault is not null && await MayRead(commit.Stream, cancellationToken) ? vault : null, cancellationToken);

    /// <summary>A commit as it is shown; one that is damaged as it is.</summary>
    public ValueTask<RecordedCommit> Show(RecordedCommit commit, CancellationToken cancellationToken) => Show(commit, vault, cancellationToken);

    async ValueTask<RecordedCommit> Show(RecordedCommit commit, PersonalData? opener, CancellationToken cancellationToken)
    {
        var (content, stream) = (commit.Content, commit.Stream);
        var (command, facts, events) = (await Show(content.CommandData), await Show(content.Facts), await Show(content.Events));
        return commit with { Content = content with { CommandData = command, Facts = facts, Events = events } };

        ValueTask<JsonBytes> Show(JsonBytes json) => Open(json, stream, opener, distinct: false, cancellationToken);
    }

    /// <summary>JSON as it is shown.</summary>
    /// <param name="json">Anything of a stream.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="distinct">Whether two sealed texts must look different.</param>
    public ValueTask<JsonBytes> Show(JsonBytes json, StreamId stream, CancellationToken cancellationToken, bool distinct = false) =>
        Open(json, stream, vault, distinct, cancellationToken);

    async ValueTask<JsonBytes> Open(JsonBytes json, StreamId stream, PersonalData? opener, bool distinct, CancellationToken cancellationToken)
    {
        try
        {
            var opened = opener is null ? json : await opener.Open(json, stream.Township, cancellationToken);
            return forPrograms ? opened : PersonalJson.Replace(opened, text => Label(text, distinct));
        }
        catch (JsonException)
        {
            return json;
        }
    }

    public ValueTask DisposeAsync() => vault?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Who a stream concerns may be known from its newest state only; asked once for each stream that roles do not open.
    async ValueTask<bool> MayRead(StreamId stream, CancellationToken cancellationToken)
    {
        if (reader is null) return false;
        if (_mayRead.TryGetValue(stream, out var known)) return known;
        try
        {
            return _mayRead[stream] = await states.RefuseReading(ReadKind.History, stream, reader, cancellationToken: cancellationToken) is null;
        }
        catch (FaultyHistoryException)
        {
            // Nobody is known to be entitled to what cannot be folded.
            return _mayRead[stream] = false;
        }
    }

    JsonNode Label(PersonalText text, bool distinct) =>
        language.Say("〔密〕", "[sealed]") + (distinct ? $" {text.Data![..FingerprintLength]}" : "");
}
