using System.Diagnostics;
using static Township.Disclosures.DisclosureEvent;

namespace Township.Disclosures;

/// <summary>A disclosure 政务公开 (§0): what is published for whom, in which form, and on which channels it became public when.</summary>
public abstract partial record Disclosure : IAggregate<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>
{
    private Disclosure() { }

    public sealed record Unwritten : Disclosure;

    /// <summary>财务公开报审: the text waits for its review.</summary>
    public sealed record Pending(DisclosureFile File) : Disclosure;

    /// <summary>财务公开报审: reviewed, the text waits for its approval.</summary>
    public sealed record Vetted(DisclosureFile File, Reviewed Review) : Disclosure;

    /// <summary>财务公开报审: sent back, the text waits to be corrected.</summary>
    public sealed record Returned(DisclosureFile File, SentBack Verdict) : Disclosure;

    /// <summary>
    /// The text may be published, or is published. A disclosure other than a financial report is ready as soon as it is drafted.
    /// </summary>
    public sealed record Ready(DisclosureFile File, Reviewed? Review, Approved? Approval) : Disclosure
    {
        /// <summary>The first moment at which the text could become public.</summary>
        internal DateTimeOffset Since => Approval?.At ?? File.Text.At;
    }

    /// <summary>Withdrawn; who reviewed and approved the text stays on record.</summary>
    public sealed record Retracted(DisclosureFile File, Reviewed? Review, Approved? Approval, Withdrawn End) : Disclosure;

    public static string Category => "disclosure";

    public static Disclosure Initial => new Unwritten();

    public static Disclosure Evolve(Disclosure state, DisclosureEvent e) => (state, e) switch
    {
        (Unwritten, Drafted drafted) => Begun(DisclosureFile.Opened(drafted)),
        (Pending pending, Reviewed reviewed) => new Vetted(pending.File, reviewed),
        (Vetted vetted, Approved approved) => new Ready(vetted.File, vetted.Review, approved),
        (Pending or Vetted or Ready, SentBack sentBack) => new Returned(FileOf(state), sentBack),
        (Ready ready, Published published) => ready with { File = ready.File.With(published) },
        (Pending or Vetted or Returned or Ready, Corrected corrected) => Begun(FileOf(state).With(corrected)),
        (Pending or Vetted or Returned or Ready, Withdrawn withdrawn) => new Retracted(FileOf(state), ReviewOf(state), ApprovalOf(state), withdrawn),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static DisclosurePublications? PublicationsOf(Disclosure state) => state switch
    {
        Unwritten => null,
        Retracted s => new(s.File.Terms.Kind, s.File.Terms.Subject, []),
        _ => FileOf(state) is var file ? new(file.Terms.Kind, file.Terms.Subject, file.InForce()) : null,
    };

    public static DisclosureView View(Disclosure state, StreamId stream) => state switch
    {
        Pending s => s.File.Show(DisclosureStep.Drafted, null, null, null),
        Vetted s => s.File.Show(DisclosureStep.Reviewed, s.Review, null, null),
        Returned s => s.File.Show(DisclosureStep.SentBack, null, null, null),
        Ready { Approval: null } s => s.File.Show(s.File.IsPublic() ? DisclosureStep.Published : DisclosureStep.Drafted, null, null, null),
        Ready s => s.File.Show(s.File.IsPublic() ? DisclosureStep.Published : DisclosureStep.Approved, s.Review, s.Approval, null),
        Retracted s => s.File.Show(DisclosureStep.Withdrawn, null, null, s.End),
        _ => new(DisclosureStep.Open, null, null, null, null, null, null, 0, null, null, null, null, null, [], null, null),
    };

    static Disclosure Begun(DisclosureFile file) => file.NeedsReview() ? new Pending(file) : new Ready(file, null, null);

    static Reviewed? ReviewOf(Disclosure state) => state switch
    {
        Vetted s => s.Review,
        Ready s => s.Review,
        Retracted s => s.Review,
        _ => null,
    };

    static Approved? ApprovalOf(Disclosure state) => state switch
    {
        Ready s => s.Approval,
        Retracted s => s.Approval,
        _ => null,
    };

    static DisclosureFile FileOf(Disclosure state) => state switch
    {
        Pending s => s.File,
        Vetted s => s.File,
        Returned s => s.File,
        Ready s => s.File,
        Retracted s => s.File,
        _ => throw new UnreachableException($"{state.GetType().Name} has no file."),
    };
}
