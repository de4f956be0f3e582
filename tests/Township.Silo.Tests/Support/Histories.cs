namespace Township.Silo.Tests;

/// <summary>What a silo said: the stream that a command changed, and its version afterwards.</summary>
sealed record Acknowledgement(StreamId Stream, long Version);

/// <summary>What holds for a history, whatever happened while it was written.</summary>
static class Histories
{
    public static void Check(IReadOnlyList<RecordedCommit> commits, IReadOnlyDictionary<Guid, Acknowledgement> acknowledged)
    {
        commits.Select(c => c.Position).SequenceEqual(Numbers(commits.Count)).Should().BeTrue("positions have no gaps");
        commits.GroupBy(c => c.Stream).Where(s => !s.Select(c => c.LastVersion).SequenceEqual(Numbers(s.Count()))).Should().BeEmpty("versions have no gaps");
        commits.GroupBy(c => c.Content.CommandId).Where(c => c.Count() > 1).Should().BeEmpty("no command is carried out twice");
        var stored = commits.ToDictionary(c => c.Content.CommandId, c => new Acknowledgement(c.Stream, c.LastVersion));
        acknowledged.Where(a => stored.GetValueOrDefault(a.Key) != a.Value).Should().BeEmpty("what was acknowledged is stored as it was told");
    }

    static IEnumerable<long> Numbers(int count) => Enumerable.Range(1, count).Select(n => (long)n);
}
