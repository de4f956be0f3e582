namespace Township.PledgeForms;

/// <summary>What happened to the pledge form. Stored; see docs/formats.md before changing anything.</summary>
public abstract record PledgeFormEvent
{
    private PledgeFormEvent() { }

    /// <summary>A version of the form was issued.</summary>
    [EventName("pledge-form.issued")]
    [Title("工作月承诺表已印发", "Pledge form issued")]
    public sealed record Issued(FormTemplate Template) : PledgeFormEvent;
}
