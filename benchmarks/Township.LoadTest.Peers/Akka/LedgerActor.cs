using Akka.Actor;
using Akka.Persistence;

namespace Township.LoadTest.Peers;

sealed record Enter(int Number, string Text);

sealed record Look
{
    public static readonly Look Instance = new();
}

/// <summary>A persistent actor as Akka's documentation writes one: answers in the handler that runs when the event is durable.</summary>
sealed class LedgerActor : ReceivePersistentActor
{
    int _entries;
    long _total;
    string _lastText = "";

    public LedgerActor(string id, TimeProvider clock)
    {
        PersistenceId = id;
        Recover<Entered>(Apply);
        Command<Enter>(enter => Persist(new Entered(_entries + 1, enter.Text, enter.Number, Entered.Clerk, clock.GetUtcNow()), entered =>
        {
            Apply(entered);
            Sender.Tell(new LedgerSum(_entries, _total));
        }));
        Command<Look>(_ => Sender.Tell(new LedgerSum(_entries, _total)));
    }

    public override string PersistenceId { get; }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Sender.Tell(new Status.Failure(cause));

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr) => Sender.Tell(new Status.Failure(cause));

    void Apply(Entered entered) => (_entries, _total, _lastText) = (entered.Number, _total + entered.Amount, entered.Text);
}
