using Township.Posts;

namespace Township.Testing.Silo;

/// <summary>Reacts to every commit of a post in one township by establishing a post in another: one effect for each cause.</summary>
public sealed class Echoes(IGrainFactory grains, IEventReader store) : CommandReaction(grains, store)
{
    /// <summary>The township whose posts are echoed.</summary>
    public const string Source = "huimin";

    /// <summary>The township of the echoes.</summary>
    public const string Township = "echoes";

    /// <inheritdoc />
    public override string Name => "echoes";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    protected override EquatableList<string> ActsAs => [Roles.Office];

    /// <summary>The stream that a commit must lead to.</summary>
    public static StreamId EchoOf(RecordedCommit source) => new("post", Township, $"e-{source.Position}");

    /// <inheritdoc />
    public override Task React(IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken) =>
        Task.WhenAll(commits.Where(c => c.Stream.Township == Source).Select(c => React(c, cancellationToken)));

    async Task React(RecordedCommit source, CancellationToken cancellationToken)
    {
        var echo = new PostCommand.Establish("回声", "办公室", PostLevel.MiddleManager, ["回应"]);
        var outcome = await Send(source, Grains.GetGrain<IPostGrain>(EchoOf(source).Key), echo, 0, cancellationToken);
        if (!outcome.Accepted) throw new InvalidOperationException($"The echo of {source.Position} was refused: {outcome}");
    }
}
