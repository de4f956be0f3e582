using System.Diagnostics.CodeAnalysis;

namespace Township.EventSourcing;

/// <summary>How a command ended.</summary>
public enum OutcomeKind
{
    /// <summary>Events were written and are durable.</summary>
    Accepted,

    /// <summary>Accepted; it was so already, and nothing was written.</summary>
    Unchanged,

    /// <summary>This command id was carried out before; this is that outcome. Nothing was written.</summary>
    Repeated,

    /// <summary>A rule said no. Nothing was written.</summary>
    Refused,
}

/// <summary>The answer to a command.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Version">The stream's version after the command; for a repeated one, after the original.</param>
/// <param name="Refusal">The reason, when refused.</param>
public sealed record Outcome(OutcomeKind Kind, long Version, Refusal? Refusal = null)
{
    /// <summary>Whether the command holds: everything but a refusal.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

    /// <summary>A refusal at a version.</summary>
    public static Outcome Refused(long version, Refusal refusal) => new(OutcomeKind.Refused, version, refusal);
}
