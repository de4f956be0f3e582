namespace Township.EventSourcing.Testing;

/// <summary>
/// Decides a command as a session does, and then again as an auditor does from the stored commit. Both results must be equal byte for byte.
/// </summary>
sealed class Rehearsal<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, Spec<TState, TCommand, TEvent, TView> spec)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    public (EquatableList<StoredMessage> Events, Refusal? Refusal) Decide(TCommand command)
    {
        var context = Gathering.Of<TState, TCommand, TEvent, TView>(
            command, spec.State, new(spec.Stream, spec.Now, spec.Actor, type.RulesVersion, spec.CalendarVersion, Facts.None),
            r => GivenFact.Capture(r.Name, r.StreamFor(spec.Stream), spec.Facts, version: 1));
        var stored = type.Commands.Serialize(command);
        var readBack = type.Commands.Deserialize(stored);
        Agreement.Check(
            "The command is not the same after storage", $"{stored.Data}", $"{type.Commands.Serialize(readBack).Data}",
            command.Equals(readBack));

        var (events, refusal) = type.Decide(command, spec.State, context);
        var again = type.Decide(readBack, spec.State, context);
        Agreement.Check(
            "The same command is decided differently a second time", Agreement.Shown(events, refusal),
            Agreement.Shown(again.Events, again.Refusal));
        foreach (var e in events)
            Agreement.Check($"The event '{e.Name}' is not the same after storage", $"{e.Data}", $"{type.Events.ToCurrentSchema(e).Data}");
        if (events.Count > 0) ReplayAgrees(new(command.CommandId, stored), context, events);
        return (events, refusal);
    }

    void ReplayAgrees(CommandRecord command, DecisionContext context, EquatableList<StoredMessage> events)
    {
        var rules = new RuleVersions(context.Rules, context.Facts.PolicyVersion, spec.CalendarVersion, "spec");
        var content = CommitContent.From(command, new(spec.Actor, "spec"), spec.Now, rules, context.Facts.Captured, events);
        var commit = RecordedCommit.Following(new(0, CommitHash.Zero), new(spec.Stream, spec.Version, CommitHash.Zero), content);
        Agreement.OfDecision("The stored commit is decided differently", events, ((IAggregateType)type).Redecide(spec.State, commit));

        var after = spec.Folded(commit.Events).State;
        Agreement.OfState(type, after);
        type.WriteView(after, spec.Stream);
    }
}
