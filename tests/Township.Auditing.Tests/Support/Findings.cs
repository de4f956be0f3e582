namespace Township.Auditing.Tests;

/// <summary>What was found, as short lines: <c>code stream vVersion @position</c>.</summary>
static class Findings
{
    public static async Task<List<string>> Of(IEventReader reader, VerificationOptions? options = null, params StreamId[] streams)
    {
        var found = new List<string>();
        var verifier = new HistoryVerifier(reader, AccountHistory.Types, options);
        var totals = streams is []
            ? await verifier.VerifyAll(f => found.Add(Line(f)))
            : await verifier.VerifyStreams(streams, f => found.Add(Line(f)));
        (totals.Faults + totals.NotKnown).Should().Be(found.Count);
        return found;
    }

    public static Task<List<string>> Of(IEnumerable<RecordedCommit> commits, VerificationOptions? options = null) => Of(new CommitList(commits), options);

    public static string Line(Fault fault)
    {
        var location = fault.Location;
        return string.Join(' ', new[] { fault.Code, location.Stream?.Id, location.Version is { } v ? $"v{v}" : null, location.Position is { } p ? $"@{p}" : null }.OfType<string>());
    }
}
