using Orleans.Concurrency;

namespace Township.Teams;

/// <summary>An aggregate of a team's own, in another assembly than Township's: votes are counted.</summary>
public sealed record Ballot(int Votes) : IAggregate<Ballot, BallotCommand, BallotEvent, BallotView>
{
    public static string Category => "ballot";

    public static Ballot Initial => new(0);

    public static Ballot Evolve(Ballot state, BallotEvent e) => e is BallotEvent.Cast cast ? new(state.Votes + cast.Votes) : throw new System.Diagnostics.UnreachableException();

    public static Decision<BallotEvent> Decide(BallotCommand command, Ballot state, DecisionContext context) => new BallotEvent.Cast(((BallotCommand.Vote)command).Votes);

    public static BallotView View(Ballot state, StreamId stream) => new(state.Votes);

    public static ReadRule<Ballot> Reading { get; } = ReadRule.Of<Ballot>().View(Roles.Office);

    // From here to the grain is the whole read model.
    public static IEnumerable<BallotRow> Rows(Ballot state, StreamId stream) => [new(stream.Township, stream.Id, state.Votes, "c-001")];
}

/// <summary>One row per ballot.</summary>
[GenerateSerializer, Immutable, Alias("ballot.row"), RowTable("ballots"), RowIndex("votes")]
public sealed record BallotRow(string Township, string BallotId, int Votes, [NotListed] string? CountedBy);

[Alias("ballot-queries")]
public interface IBallotQueriesGrain : IGrainWithStringKey
{
    [ReadOnly, Alias("list")]
    Task<Page<BallotRow>> List(int? atLeast, PageRequest page, CancellationToken cancellationToken = default);
}

[StatelessWorker, GrainType("ballot-queries")]
sealed class BallotQueriesGrain(ReadModelReader reader) : QueriesGrain<Ballot, BallotRow>(reader, Ballot.Reading), IBallotQueriesGrain
{
    static readonly ListOrder<BallotRow> ByVotes = ListOrder.ByLast((BallotRow r) => r.Votes);

    public Task<Page<BallotRow>> List(int? atLeast, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByVotes, page, (rows, _) => rows.WhereAsked(atLeast, r => r.Votes >= atLeast), cancellationToken);
}

[GenerateSerializer, Alias("ballot.command")]
public abstract record BallotCommand : Command
{
    private BallotCommand() { }

    [GenerateSerializer, Alias("ballot.vote"), CommandName("ballot.vote")]
    public sealed record Vote(int Votes) : BallotCommand;
}

public abstract record BallotEvent
{
    private BallotEvent() { }

    [EventName("ballot.cast")]
    public sealed record Cast(int Votes) : BallotEvent;
}

[GenerateSerializer, Immutable, Alias("ballot.view")]
public sealed record BallotView(int Votes);

[Alias("ballot")]
public interface IBallotGrain : IAggregateGrain<BallotCommand, BallotView>;

[GrainType("ballot")]
public sealed class BallotGrain(SessionServices services) : EventSourcedGrain<Ballot, BallotCommand, BallotEvent, BallotView>(services), IBallotGrain;
