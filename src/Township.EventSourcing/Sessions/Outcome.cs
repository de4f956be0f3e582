using System.Diagnostics.CodeAnalysis;

namespace Township.EventSourcing;

/// <summary>The result of a command.</summary>
public enum OutcomeKind
{
    /// <summary>Events were written and are durable.</summary>
    Accepted,

    /// <summary>Accepted without events, because it was already the case.</summary>
    Unchanged,

    /// <summary>This command id was carried out before, and this is the original outcome. Nothing was written.</summary>
    Repeated,

    /// <summary>A rule refused it. Nothing was written.</summary>
    Refused,
}

/// <summary>The answer to a command.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Version">The stream's version after the command; for a repeated command, after the original.</param>
/// <param name="Refusal">The reason, when refused.</param>
public sealed record Outcome(OutcomeKind Kind, long Version, Refusal? Refusal = null)
{
    /// <summary>Whether the command was not refused.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

    /// <summary>Creates a refused outcome.</summary>
    public static Outcome Refused(long version, Refusal refusal) => new(OutcomeKind.Refused, version, refusal);
}
