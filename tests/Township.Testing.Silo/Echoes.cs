using Township.Posts;

namespace Township.Testing.Silo;

/// <summary>Reacts to every commit of a post in one township by establishing a post in another: one effect for each cause.</summary>
public sealed class Echoes(IGrainFactory grains) : IReaction
{
    /// <summary>The township whose posts are echoed.</summary>
    public const string Source = "huimin";

    /// <summary>The township of the echoes.</summary>
    public const string Township = "echoes";

    /// <inheritdoc />
    public string Name => "echoes";

    /// <inheritdoc />
    public int Version => 1;

    /// <summary>The stream that a commit must lead to.</summary>
    public static StreamId EchoOf(RecordedCommit source) => new("post", Township, $"e-{source.Position}");

    /// <inheritdoc />
    public Task React(IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken) =>
        Task.WhenAll(commits.Where(c => c.Stream.Township == Source).Select(React));

    async Task React(RecordedCommit source)
    {
        using var caller = CallerContext.Use(new("c-001", Township, [Roles.Office]), "echoes");
        var command = new PostCommand.Establish("回声", "办公室", PostLevel.MiddleManager, ["回应"]) { CommandId = DerivedIds.Of(Name, source) };
        var outcome = await grains.GetGrain<IPostGrain>(EchoOf(source).Key).Execute(command);
        if (!outcome.Accepted) throw new InvalidOperationException($"The echo of {source.Position} was refused: {outcome}");
    }
}
