using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Township.EventSourcing.Tests;

/// <summary>
/// The hash chain again, written from docs/formats.md alone and on purpose without the library: if both err, they err differently.
/// </summary>
static class Formats
{
    public sealed record Fields(
        string Stream, long FirstVersion, string CommandId, string CommandName, long CommandSchema, string CommandData, string Actor,
        string CorrelationId, string CausationId, long DecidedAt, long Rules, string Policy, string Calendar, string Code, string Facts, string Events,
        long EventCount, string Hash, string LogHash);

    public static byte[] CanonicalBytes(Fields commit)
    {
        var bytes = new List<byte>(Encoding.ASCII.GetBytes("township.commit.v1"));
        Text(commit.Stream);
        Number(commit.FirstVersion);
        Field(Convert.FromHexString(commit.CommandId.Replace("-", "", StringComparison.Ordinal)));
        Text(commit.CommandName);
        Number(commit.CommandSchema);
        Text(commit.CommandData);
        Text(commit.Actor);
        Text(commit.CorrelationId);
        Text(commit.CausationId);
        Number(commit.DecidedAt);
        Number(commit.Rules);
        Text(commit.Policy);
        Text(commit.Calendar);
        Text(commit.Code);
        Text(commit.Facts);
        Text(commit.Events);
        Number(commit.EventCount);
        return [.. bytes];

        void Text(string text) => Field(Encoding.UTF8.GetBytes(text));

        void Number(long number) => Field(BigEndian(number));

        void Field(byte[] field)
        {
            bytes.AddRange(BigEndian(field.Length)[4..]);
            bytes.AddRange(field);
        }
    }

    public static string Hash(string previous, Fields commit) => Sha256([.. Convert.FromHexString(previous), .. CanonicalBytes(commit)]);

    public static string LogHash(string previous, long position, string hash) =>
        Sha256([.. Convert.FromHexString(previous), .. BigEndian(position), .. Convert.FromHexString(hash)]);

    public static string Zero { get; } = new('0', 64);

    /// <summary>A recorded commit's fields, as any reader of a store would find them.</summary>
    public static Fields Of(RecordedCommit commit) => new(
        commit.Stream.ToString(), commit.FirstVersion, commit.Content.CommandId.ToString(), commit.Content.CommandName, commit.Content.CommandSchema,
        commit.Content.CommandData.ToString(), commit.Content.Actor.ToString(), commit.Content.CorrelationId, commit.Content.CausationId,
        commit.Content.DecidedAtMicros, commit.Content.Rules.Rules, commit.Content.Rules.Policy, commit.Content.Rules.Calendar, commit.Content.Rules.Code,
        commit.Content.Facts.ToString(), commit.Content.Events.ToString(), commit.Content.EventCount, commit.Hash.ToString(), commit.LogHash.ToString());

    /// <summary>The worked example of docs/formats.md: its commits, and the canonical bytes of the first one.</summary>
    public static (Fields[] Commits, byte[] FirstCanonical) Example()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "formats.md"));
        var example = document[document.IndexOf("## Worked example", StringComparison.Ordinal)..];
        var commits = JsonSerializer.Deserialize<Fields[]>(Block(example, "json"), JsonSerializerOptions.Web)!;
        var hex = Block(example, "hex").Split('\n').Select(line => line.Split('#')[0].Replace(" ", "", StringComparison.Ordinal));
        return (commits, Convert.FromHexString(string.Concat(hex)));
    }

    public sealed record SealedText(
        string Township, Dictionary<string, int> About, Dictionary<string, string> Secrets, string Stream, string CommandId, string Path, string Text, string Nonce, string Sealed);

    /// <summary>The sealed text of docs/formats.md.</summary>
    public static SealedText SealedExample()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "formats.md"));
        return JsonSerializer.Deserialize<SealedText>(Block(document[document.IndexOf("## Sealed texts", StringComparison.Ordinal)..], "json"), JsonSerializerOptions.Web)!;
    }

    static string Block(string text, string language)
    {
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Orleans.sln")))
            directory = directory.Parent ?? throw new DirectoryNotFoundException($"No Orleans.sln above {AppContext.BaseDirectory}.");
        return directory.FullName;
    }

    static byte[] BigEndian(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
