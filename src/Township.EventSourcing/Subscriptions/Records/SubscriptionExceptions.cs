namespace Township.EventSourcing;

/// <summary>Somebody else has taken the subscription over. Nothing was written; the former owner stops.</summary>
public sealed class SubscriptionDeposedException(SubscriptionLease lease)
    : Exception($"The subscription '{lease.Name}' (version {lease.Version}) has a newer owner than epoch {lease.Epoch}. Nothing was written.");

/// <summary>The rows that queries see were made by newer code. Nothing was written; the older code stops.</summary>
public sealed class SubscriptionSupersededException(string name, int version, int live)
    : Exception($"The live rows of the subscription '{name}' are of version {live}; version {version} no longer writes.");

/// <summary>The record is not what the writer believed it to be. Nothing was written; read it again.</summary>
public sealed class SubscriptionChangedException() : Exception("The subscription's record has changed. Nothing was written; read it again.");

/// <summary>A subscription stands still and will not get further until somebody acts.</summary>
public sealed class SubscriptionStoppedException(string name, SubscriptionFailure failure)
    : Exception($"The subscription '{name}' stopped before position {failure.Position} ({failure.Stream}): {failure.Reason}")
{
    /// <summary>Where and why.</summary>
    public SubscriptionFailure Failure => failure;
}

/// <summary>An operator named a subscription or a position to which the request does not apply. Nothing was written.</summary>
public sealed class SubscriptionRequestException : Exception
{
    SubscriptionRequestException(string english, string chinese)
        : base(english) => Chinese = chinese;

    /// <summary>The message in Chinese.</summary>
    public string Chinese { get; }

    internal static SubscriptionRequestException Unknown(string name) =>
        new($"There is no subscription '{UnicodeText.Printable(name, 80)}'.", $"没有更新任务“{UnicodeText.Printable(name, 80)}”。");

    internal static SubscriptionRequestException NotStoppedAt(string name, long position) =>
        new($"The subscription '{name}' has not stopped at a commit that can be skipped at position {position}.", $"更新任务“{name}”没有停在第 {position} 次写入之前，或者这次写入不能跳过。");
}
