namespace Township.Tills;

/// <summary>Does not wait for its history, and answers each withdrawal by an event of its own.</summary>
[GrainType("hasty-till")]
public sealed class HastyTillGrain : TillBase
{
    bool _answered;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void OnStateChanged()
    {
        base.OnStateChanged();
        if (_answered) return;
        _answered = true;
        RaiseEvent(new Noted { Note = "answer" });
    }
}

/// <summary>Orleans knows no way to copy it.</summary>
public sealed class Uncopied
{
    public string Name { get; set; } = "";

    public void Apply(Named.Opened e) => Name = e.Name;
}

[GrainType("uncopied")]
public sealed class UncopiedGrain : JournaledGrain<Uncopied>, INamed
{
    public Task<string> Raise(string kind) => Task.FromResult("");

    public Task<string> Name() => Task.FromResult(State.Name);
}
