using Orleans.Providers;

namespace Township.Tills;

/// <summary>Events without a common base, some with names of their own, at a provider of its own.</summary>
[GenerateSerializer, Alias("named.state")]
public sealed class Named
{
    [Id(0)]
    public string Name { get; set; } = "";

    [Id(1)]
    public int Events { get; set; }

    public sealed record Opened(string Name);

    public sealed record Renamed(string Name);

    [EventName("named.praised")]
    public sealed record Praised(int Stars = 5);

    public sealed record Unnamed(int Number);

    public sealed record Foreign(int Number);

    public void Apply(Opened e) => (Name, Events) = (e.Name, Events + 1);

    public void Apply(Renamed e) => (Name, Events) = (e.Name, Events + 1);

    public void Apply(Praised e) => (Name, Events) = (Name + new string('*', e.Stars), Events + 1);

    public void Apply(Unnamed e) => (Name, Events) = (Name + e.Number, Events + 1);
}

[Alias("named")]
public interface INamed : IGrainWithStringKey
{
    [Alias("raise")] Task<string> Raise(string kind);

    [Alias("name")] Task<string> Name();
}

[GrainType("named"), LogConsistencyProvider(ProviderName = "named")]
public sealed class NamedGrain : JournaledGrain<Named>, INamed
{
    public async Task<string> Raise(string kind)
    {
        RaiseEvent<object>(kind switch
        {
            "opened" => new Named.Opened("a"),
            "renamed" => new Named.Renamed("b"),
            "praised" => new Named.Praised(),
            "unnamed" => new Named.Unnamed(7),
            "foreign" => new Named.Foreign(7),
            _ => throw new ArgumentException(kind),
        });
        await ConfirmEvents();
        return State.Name;
    }

    public Task<string> Name() => Task.FromResult($"{State.Name}, {Version} events");
}
