namespace Township.Tills;

// As existing JournaledGrains are written: classes with setters, events without names, a state that changes in place.

public abstract class TillEvent;

public sealed class Deposited : TillEvent
{
    public long Amount { get; set; }
}

public sealed class Withdrawn : TillEvent
{
    public long Amount { get; set; }
}

/// <summary>Hands its list over to the state, which then changes it.</summary>
public sealed class Listed : TillEvent
{
    public List<string> Notes { get; set; } = [];
}

public sealed class Noted : TillEvent
{
    public string Note { get; set; } = "";
}

/// <summary>Cannot be applied.</summary>
public sealed class Jammed : TillEvent;

/// <summary>Can only be applied while nobody else has paid in.</summary>
public sealed class Closed : TillEvent
{
    public long Balance { get; set; }
}

/// <summary>Loses its amount in JSON: nobody can set it from there.</summary>
public sealed class Forgotten : TillEvent
{
    public long Amount { get; private set; }

    public static Forgotten Of(long amount) => new() { Amount = amount };
}

[GenerateSerializer, Alias("till.state")]
public sealed class Till
{
    [Id(0)]
    public long Balance { get; set; }

    [Id(1)]
    public List<string> Notes { get; set; } = [];

    public void Apply(Deposited e) => Balance += e.Amount;

    public void Apply(Withdrawn e) => Balance -= e.Amount;

    public void Apply(Listed e) => Notes = e.Notes;

    public void Apply(Noted e) => Notes.Add(e.Note);

    public void Apply(Forgotten e) => Balance += e.Amount;

    public void Apply(Jammed _)
    {
        Balance = -1;
        throw new InvalidOperationException("the till is jammed");
    }

    public void Apply(Closed e)
    {
        if (e.Balance != Balance) throw new InvalidOperationException($"closed at {e.Balance}, but there are {Balance}");
    }
}
