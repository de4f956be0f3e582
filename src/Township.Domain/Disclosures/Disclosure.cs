using System.Diagnostics;
using Event = Township.Disclosures.DisclosureEvent;

namespace Township.Disclosures;

/// <summary>A disclosure 政务公开 (§0): what is published for whom, in which form, and on which channels it became public when.</summary>
[Title("政务公开", "disclosure")]
public abstract partial record Disclosure : IAggregate<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>
{
    private Disclosure() { }

    public sealed record Unwritten : Disclosure;

    /// <summary>财务公开报审: the text waits for its review.</summary>
    public sealed record Drafted(DisclosureFile File) : Disclosure;

    /// <summary>财务公开报审: reviewed, the text waits for its approval.</summary>
    public sealed record Reviewed(DisclosureFile File, Event.Reviewed Review) : Disclosure;

    /// <summary>财务公开报审: sent back, the text waits to be corrected.</summary>
    public sealed record SentBack(DisclosureFile File, Event.SentBack Verdict) : Disclosure;

    /// <summary>
    /// The text may be published, or is published. A disclosure other than a financial report is ready as soon as it is drafted.
    /// </summary>
    public sealed record Approved(DisclosureFile File, Event.Reviewed? Review, Event.Approved? Approval) : Disclosure
    {
        /// <summary>The first moment at which the text could become public.</summary>
        internal DateTimeOffset Since => Approval?.At ?? File.Text.At;
    }

    /// <summary>Withdrawn; who reviewed and approved the text stays on record.</summary>
    public sealed record Withdrawn(DisclosureFile File, Event.Reviewed? Review, Event.Approved? Approval, Event.Withdrawn End) : Disclosure;

    public static string Category => "disclosure";

    public static Disclosure Initial => new Unwritten();

    public static Disclosure Evolve(Disclosure state, DisclosureEvent e) => (state, e) switch
    {
        (Unwritten, Event.Drafted drafted) => Begun(DisclosureFile.Opened(drafted)),
        (Drafted pending, Event.Reviewed reviewed) => new Reviewed(pending.File, reviewed),
        (Reviewed vetted, Event.Approved approved) => new Approved(vetted.File, vetted.Review, approved),
        (Drafted or Reviewed or Approved, Event.SentBack sentBack) => new SentBack(FileOf(state), sentBack),
        (Approved ready, Event.Published published) => ready with { File = ready.File.With(published) },
        (Drafted or Reviewed or SentBack or Approved, Event.Corrected corrected) => Begun(FileOf(state).With(corrected)),
        (Drafted or Reviewed or SentBack or Approved, Event.Withdrawn withdrawn) => new Withdrawn(FileOf(state), ReviewOf(state), ApprovalOf(state), withdrawn),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static DisclosurePublications? PublicationsOf(Disclosure state) => state switch
    {
        Unwritten => null,
        Withdrawn s => new(s.File.Terms.Kind, s.File.Terms.Subject, []),
        _ => FileOf(state) is var file ? new(file.Terms.Kind, file.Terms.Subject, file.InForce()) : null,
    };

    public static DisclosureView View(Disclosure state, StreamId stream) => state switch
    {
        Drafted s => s.File.Show(DisclosureStatus.Drafted, null, null, null),
        Reviewed s => s.File.Show(DisclosureStatus.Reviewed, s.Review, null, null),
        SentBack s => s.File.Show(DisclosureStatus.SentBack, null, null, null),
        Approved { Approval: null } s => s.File.Show(s.File.IsPublic() ? DisclosureStatus.Published : DisclosureStatus.Drafted, null, null, null),
        Approved s => s.File.Show(s.File.IsPublic() ? DisclosureStatus.Published : DisclosureStatus.Approved, s.Review, s.Approval, null),
        Withdrawn s => s.File.Show(DisclosureStatus.Withdrawn, null, null, s.End),
        _ => new(DisclosureStatus.Unwritten, null, null, null, null, null, null, 0, null, null, null, null, null, [], null, null),
    };

    static Disclosure Begun(DisclosureFile file) => file.NeedsReview() ? new Drafted(file) : new Approved(file, null, null);

    static Event.Reviewed? ReviewOf(Disclosure state) => state switch
    {
        Reviewed s => s.Review,
        Approved s => s.Review,
        Withdrawn s => s.Review,
        _ => null,
    };

    static Event.Approved? ApprovalOf(Disclosure state) => state switch
    {
        Approved s => s.Approval,
        Withdrawn s => s.Approval,
        _ => null,
    };

    static DisclosureFile FileOf(Disclosure state) => state switch
    {
        Drafted s => s.File,
        Reviewed s => s.File,
        SentBack s => s.File,
        Approved s => s.File,
        Withdrawn s => s.File,
        _ => throw new UnreachableException($"{state.GetType().Name} has no file."),
    };
}
