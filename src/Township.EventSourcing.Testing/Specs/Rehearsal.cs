namespace Township.EventSourcing.Testing;

/// <summary>
/// Decides a command as a session does, and does then what an auditor does years later: reads the commit back and
/// decides again. Both must agree to the byte.
/// </summary>
sealed class Rehearsal<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, Spec<TState, TCommand, TEvent, TView> spec)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    public (EquatableList<StoredMessage> Events, Refusal? Refusal) Decide(TCommand command)
    {
        var inputs = GivenInput.Capture(TState.Needs(command, spec.Stream, spec.Actor), spec.Inputs);
        var context = new DecisionContext(spec.Stream, spec.Now, spec.Actor, spec.CalendarVersion, inputs);
        var stored = type.Commands.Serialize(command);
        var readBack = type.Commands.Deserialize(stored);
        Agreement.Check("The command is not the same after storage", $"{stored.Data}", $"{type.Commands.Serialize(readBack).Data}", command.Equals(readBack));

        var (events, refusal) = type.Decide(command, spec.State, context);
        var again = type.Decide(readBack, spec.State, context);
        Agreement.Check("The same command is decided differently a second time", Agreement.Shown(events, refusal), Agreement.Shown(again.Events, again.Refusal));
        foreach (var e in events)
            Agreement.Check($"The event '{e.Name}' is not the same after storage", $"{e.Data}", $"{type.Events.ToCurrentSchema(e).Data}");
        if (events.Count > 0) ReplayAgrees(new(command.CommandId, stored), inputs, events);
        return (events, refusal);
    }

    void ReplayAgrees(CommandRecord command, CapturedInputs inputs, EquatableList<StoredMessage> events)
    {
        var rules = new RuleVersions(TState.PolicyVersion(inputs), spec.CalendarVersion, "spec");
        var content = CommitContent.From(command, new(spec.Actor, "spec"), spec.Now, rules, inputs.Items, events);
        var commit = RecordedCommit.Following(new(0, CommitHash.Zero), new(spec.Stream, spec.Version, CommitHash.Zero), content);
        var (replayed, refusal) = ((IAggregateType)type).Redecide(spec.State, commit);
        Agreement.Check("The stored commit is decided differently", Agreement.Shown(events), Agreement.Shown(replayed, refusal));

        var after = spec.Folded(commit.Events).State;
        Agreement.OfState(type, after);
        type.WriteView(after, spec.Stream);
    }
}
