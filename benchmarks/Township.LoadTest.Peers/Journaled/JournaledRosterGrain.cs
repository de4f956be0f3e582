using Orleans.EventSourcing;

namespace Township.LoadTest.Peers;

[Alias("peers.roster")]
public interface IJournaledRoster : IGrainWithIntegerKey
{
    [Alias("enter")]
    Task Enter(int number);

    [Alias("numbers")]
    Task<int[]> Numbers();

    [Alias("conflicts")]
    Task<int> Conflicts();
}

[GenerateSerializer, Immutable, Alias("peers.numbered")]
public sealed record Numbered(int Number);

[GenerateSerializer, Alias("peers.roster-state")]
public sealed class Roster
{
    [Id(0)]
    public List<int> Numbers { get; set; } = [];

    public void Apply(Numbered numbered) => Numbers.Add(numbered.Number);
}

/// <summary>Keeps every number, so that it can be told afterwards which are missing.</summary>
[GrainType("roster")]
public sealed class JournaledRosterGrain : JournaledGrain<Roster, Numbered>, IJournaledRoster
{
    int _conflicts;

    public async Task Enter(int number)
    {
        RaiseEvent(new Numbered(number));
        await ConfirmEvents();
    }

    public Task<int[]> Numbers() => Task.FromResult(State.Numbers.ToArray());

    public Task<int> Conflicts() => Task.FromResult(_conflicts);

    protected override void OnConnectionIssue(ConnectionIssue issue) => _conflicts++;
}
