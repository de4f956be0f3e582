using System.Text.Json;
using System.Text.Json.Nodes;

namespace Township.Cli;

/// <summary>
/// Texts about people in an answer: opened where the keys were named. Otherwise people see that there is a sealed text, and
/// programs the sealed text as it is stored.
/// </summary>
sealed class ShownTexts(PersonalData? vault, bool forPrograms, Language language) : IAsyncDisposable
{
    const int FingerprintLength = 6;

    /// <summary>With which keys, and for whom, as the command line says.</summary>
    public static async Task<ShownTexts> Of(Inquiry inquiry, KeysOption keys) =>
        new(await keys.OpenToRead(inquiry), inquiry.Screen.IsJson, inquiry.Language);

    /// <summary>A commit as it is shown; one that is damaged as it is.</summary>
    public async ValueTask<RecordedCommit> Show(RecordedCommit commit, CancellationToken cancellationToken)
    {
        var (content, stream) = (commit.Content, commit.Stream);
        var (command, facts, events) = (await Show(content.CommandData, stream, cancellationToken), await Show(content.Facts, stream, cancellationToken), await Show(content.Events, stream, cancellationToken));
        return commit with { Content = content with { CommandData = command, Facts = facts, Events = events } };
    }

    /// <summary>JSON as it is shown.</summary>
    /// <param name="json">Anything of a stream.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="distinct">Whether two sealed texts must look different.</param>
    public async ValueTask<JsonBytes> Show(JsonBytes json, StreamId stream, CancellationToken cancellationToken, bool distinct = false)
    {
        try
        {
            var opened = vault is null ? json : await vault.Open(json, stream.Township, cancellationToken);
            return forPrograms ? opened : PersonalJson.Replace(opened, text => Label(text, distinct));
        }
        catch (JsonException)
        {
            return json;
        }
    }

    public ValueTask DisposeAsync() => vault?.DisposeAsync() ?? ValueTask.CompletedTask;

    JsonNode Label(PersonalText text, bool distinct) =>
        language.Say("〔密〕", "[sealed]") + (distinct ? $" {text.Data![..FingerprintLength]}" : "");
}
