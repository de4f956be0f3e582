using Orleans.Storage;

namespace Township.Clustering.PostgreSql.Tests;

/// <summary>What Orleans' grain storage asks of its table.</summary>
public sealed class StorageTests : IAsyncLifetime
{
    const string Kind = "note";

    static readonly GrainId Id = GrainId.Create("grain", "huimin/n-1");

    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        await ClusterSchema.Migrate(_database.ConnectionString);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_state_is_read_back_as_it_was_written_last()
    {
        await using var providers = await Providers.Create(_database.ConnectionString);
        var mine = await Write(providers.Grains, new() { State = new() { Text = "一" } });
        mine.State!.Text = "二";
        await Write(providers.Grains, mine);

        var read = await Read(providers.Grains, Id);
        (read.State!.Text, read.ETag, read.RecordExists).Should().Be(("二", "2", true));
        (await Read(providers.Grains, GrainId.Create("grain", "huimin/n-2"))).RecordExists.Should().BeFalse();
    }

    [Theory, InlineData(null), InlineData("1"), InlineData("3")]
    public async Task Who_does_not_know_the_version_is_told_and_changes_nothing(string? version)
    {
        await using var providers = await Providers.Create(_database.ConnectionString);
        await Write(providers.Grains, await Write(providers.Grains, new() { State = new() { Text = "kept" } }));

        var late = new GrainState<Note>(new() { Text = "late" }, version!);
        await Fails(() => providers.Grains.WriteStateAsync(Kind, Id, late));
        if (version is not null) await Fails(() => providers.Grains.ClearStateAsync(Kind, Id, new GrainState<Note>(new(), version) { RecordExists = true }));
        var read = await Read(providers.Grains, Id);
        (read.State!.Text, read.ETag).Should().Be(("kept", "2"));
    }

    [Fact]
    public async Task Of_many_that_write_at_once_one_gets_each_version()
    {
        await using var providers = await Providers.Create(_database.ConnectionString);
        for (string? version = null; version != "5"; version = (await Read(providers.Grains, Id)).ETag)
        {
            var known = version;
            var wrote = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
            {
                try
                {
                    await providers.Grains.WriteStateAsync(Kind, Id, new GrainState<Note>(new() { Text = $"{n}" }, known!));
                    return 1;
                }
                catch (InconsistentStateException)
                {
                    return 0;
                }
            })));
            wrote.Sum().Should().Be(1);
        }
    }

    [Theory, InlineData(false, 1), InlineData(true, 0)]
    public async Task A_state_can_be_cleared_and_written_again(bool delete, int rows)
    {
        await using var providers = await Providers.Create(_database.ConnectionString, delete);
        var mine = await Write(providers.Grains, new() { State = new() { Text = "gone" } });
        await providers.Grains.ClearStateAsync(Kind, Id, mine);
        (await _database.Value<long>("SELECT count(*) FROM township_cluster.OrleansStorage")).Should().Be(rows);
        (await Read(providers.Grains, Id)).State!.Text.Should().Be("");

        var again = await Read(providers.Grains, Id);
        again.State!.Text = "back";
        await Write(providers.Grains, again);
        (await Read(providers.Grains, Id)).State!.Text.Should().Be("back");
    }

    static async Task<GrainState<Note>> Write(IGrainStorage storage, GrainState<Note> state)
    {
        await storage.WriteStateAsync(Kind, Id, state);
        return state;
    }

    static async Task<GrainState<Note>> Read(IGrainStorage storage, GrainId id)
    {
        var state = new GrainState<Note>();
        await storage.ReadStateAsync(Kind, id, state);
        return state;
    }

    static async Task Fails(Func<Task> write) => await write.Should().ThrowAsync<InconsistentStateException>();

    public sealed class Note
    {
        public string Text { get; set; } = "";
    }
}
