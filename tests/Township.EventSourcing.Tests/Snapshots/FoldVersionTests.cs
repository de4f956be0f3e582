namespace Township.EventSourcing.Tests;

/// <summary>A state that other code folded is never continued.</summary>
public sealed class FoldVersionTests : IAsyncDisposable
{
    readonly MemorySnapshots _snapshots = new();
    readonly Bank _bank;

    public FoldVersionTests() => _bank = new(snapshots: _snapshots, options: new() { SnapshotEvery = 10 });

    [Theory]
    [InlineData(1, 1, """{"count":24}""")]
    [InlineData(0, 2, """{"count":24}""")]
    [InlineData(0, 1, """{"count":1002}""")]
    public async Task A_snapshot_is_used_by_the_same_code_only_not_after_a_change_of_the_aggregate_nor_of_what_it_calls(int own, int rule, string expected)
    {
        await new Lending(own: 0, rule: 1).Lend(_bank.Services, times: 12);
        var kept = await _snapshots.NextSaved();
        kept.Version.Should().Be(10);
        _snapshots.Replace(Doctored(kept));

        var (state, _) = await new Lending(own, rule).Lend(_bank.Services);

        state.Should().Be(expected);
    }

    [Theory]
    [InlineData(1, 1, """{"count":24}""")]
    [InlineData(0, 2, """{"count":24}""")]
    [InlineData(0, 1, """{"count":1000}""")]
    public async Task The_same_holds_for_a_state_that_is_carried_to_another_silo(int own, int rule, string expected)
    {
        await using var bank = new Bank();
        var (_, carried) = await new Lending(own: 0, rule: 1).Lend(bank.Services, times: 12);

        var (state, _) = await new Lending(own, rule).Lend(bank.Services, carried: Doctored(carried));

        state.Should().Be(expected);
    }

    [Fact]
    public void The_version_changes_with_each_assembly_that_a_fold_may_run_and_with_nothing_else()
    {
        var (before, again, changed, calling) = (new Lending(0, 1), new Lending(0, 1), new Lending(1, 1), new Lending(0, 2));
        again.FoldVersion.Should().Be(before.FoldVersion, "it is the same program");
        calling.Own.ManifestModule.ModuleVersionId.Should().Be(before.Own.ManifestModule.ModuleVersionId, "only what it calls was changed");
        new[] { before.FoldVersion, changed.FoldVersion, calling.FoldVersion, Bank.Type.FoldVersion }.Should().OnlyHaveUniqueItems().And.AllSatisfy(v => v.Should().MatchRegex("^[0-9a-f]{32}$"));
    }

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    // A state that no history leads to shows whether it was used.
    static Snapshot Doctored(Snapshot kept)
    {
        var state = JsonBytes.From("""{"count":1000}""");
        return kept with { State = state, StateHash = new(System.Security.Cryptography.SHA256.HashData(state.Span)) };
    }
}
