using System.Text.Json;
using System.Text.Json.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// Everything that is known about one subscription: who owns it, how far its builds are, why it stopped, what was
/// skipped. Immutable. Kept in the checkpoint store, beside its rows, and changed in the same transaction as they are; see
/// <see cref="SubscriptionChanges"/> for how.
/// </summary>
/// <param name="Name">The subscription.</param>
/// <param name="LastBuild">The number of the newest build; numbers are never used again.</param>
/// <param name="Owners">The owner of each version of the code.</param>
/// <param name="Builds">The builds whose rows still exist, or are to be made; at most one is live.</param>
/// <param name="Skips">The commits that somebody decided to pass over.</param>
/// <param name="Contents">
/// The versions of a subscription whose content numbers them; see <see cref="IProjection{TTransaction}.Content"/>.
/// </param>
public sealed record SubscriptionRecord(
    string Name, int LastBuild, EquatableList<SubscriptionOwner> Owners, EquatableList<SubscriptionBuild> Builds, EquatableList<SkippedCommit> Skips,
    EquatableList<SubscriptionContent> Contents)
{
    /// <summary>The build that queries see; null before the first one is complete.</summary>
    [JsonIgnore]
    public SubscriptionBuild? Live => Builds.FirstOrDefault(b => b.State == BuildState.Live);

    /// <summary>A subscription that nobody has run yet.</summary>
    public static SubscriptionRecord New(string name) => new(name, 0, [], [], [], []);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It was written by a newer program, or is damaged.</exception>
    public static SubscriptionRecord FromJson(string json) =>
        JsonSerializer.Deserialize<SubscriptionRecord>(json, KernelJson.Default) ?? throw new JsonException("The record is null.");

    /// <summary>The record as JSON, as places keep it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, KernelJson.Default);
}

/// <summary>What a version's rows follow from.</summary>
/// <param name="Version">The version.</param>
/// <param name="Content">The content.</param>
public sealed record SubscriptionContent(int Version, string Content);

/// <summary>Who runs a version of a subscription. A later owner has a higher epoch, and fences the earlier one off.</summary>
/// <param name="Version">The version of the code.</param>
/// <param name="Epoch">1, 2, 3 …</param>
/// <param name="Name">The process, for people.</param>
/// <param name="Since">When it took over.</param>
public sealed record SubscriptionOwner(int Version, long Epoch, string Name, DateTimeOffset Since);

/// <summary>The right to write as one owner of one version of a subscription, for as long as nobody else takes it.</summary>
/// <param name="Name">The subscription.</param>
/// <param name="Version">The version of the code.</param>
/// <param name="Epoch">The owner's epoch.</param>
public sealed record SubscriptionLease(string Name, int Version, long Epoch);

/// <summary>What a build is good for.</summary>
public enum BuildState
{
    /// <summary>It is to be made; it has no tables yet.</summary>
    Requested,

    /// <summary>It is catching up beside the live one; queries do not see it.</summary>
    Building,

    /// <summary>Queries see it.</summary>
    Live,

    /// <summary>Another one took its place; its tables are about to go.</summary>
    Retired,
}

/// <summary>One set of rows, made from position 0 on by one version of the code.</summary>
/// <param name="Number">Its number within the subscription.</param>
/// <param name="Version">The version of the code.</param>
/// <param name="State">What it is good for.</param>
/// <param name="Position">The commits up to here are in its rows.</param>
/// <param name="LogHash">The store's log hash at this position, in hexadecimal: binds the rows to this very history.</param>
/// <param name="Tables">Its tables, by the names under which queries know them.</param>
/// <param name="BegunAt">When it was asked for.</param>
/// <param name="MovedAt">When its position last changed.</param>
/// <param name="Failure">Why it stands still; null while it does not.</param>
public sealed record SubscriptionBuild(
    int Number, int Version, BuildState State, long Position, string LogHash, EquatableList<string> Tables,
    DateTimeOffset BegunAt, DateTimeOffset MovedAt, SubscriptionFailure? Failure)
{
    /// <summary>Position and hash.</summary>
    [JsonIgnore]
    public LogHead Checkpoint => new(Position, new(Convert.FromHexString(LogHash)));

    /// <summary>The names of its tables in the database.</summary>
    [JsonIgnore]
    public TableNames TableNames => new(Number, Tables);
}

/// <summary>Why a build stands still.</summary>
/// <param name="Position">The commit that could not be handled; the build stands before it.</param>
/// <param name="Stream">Its stream; empty when there is none to blame.</param>
/// <param name="Reason">What went wrong.</param>
/// <param name="At">When.</param>
/// <param name="MayBeSkipped">Whether passing over the commit would help: not when the history itself is another one.</param>
public sealed record SubscriptionFailure(long Position, string Stream, string Reason, DateTimeOffset At, bool MayBeSkipped);

/// <summary>A commit that somebody decided to pass over, in every build of one version.</summary>
/// <param name="Version">The version of the code that could not handle it.</param>
/// <param name="Position">The commit.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Failure">What went wrong.</param>
/// <param name="Reason">Why it may be passed over.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
public sealed record SkippedCommit(int Version, long Position, string Stream, string Failure, string Reason, string By, DateTimeOffset At);
