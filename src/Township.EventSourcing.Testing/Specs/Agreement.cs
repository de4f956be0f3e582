namespace Township.EventSourcing.Testing;

/// <summary>Asserts that two ways of computing a value give the same bytes.</summary>
static class Agreement
{
    public static void Check(string otherwise, string first, string second, bool equal = true)
    {
        if (first != second) throw new SpecFailedException($"{otherwise}.\nFirst:\n{first}\nThen:\n{second}");
        if (!equal)
            throw new SpecFailedException(
                $"{otherwise}: both are {first} as JSON, but their members are not equal. Is there a list that is not an EquatableList?");
    }

    public static void OfState<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, TState state)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var snapshot = type.WriteState(state);
        var restored = type.ReadState(snapshot);
        Check("The state is not the same after a snapshot", $"{snapshot}", $"{type.WriteState(restored)}", state.Equals(restored));
    }

    public static void OfDecision(string otherwise, EquatableList<StoredMessage> stored, Redecision again)
    {
        if (again.Missing.Count + again.Extra.Count > 0)
            throw new SpecFailedException(
                $"{otherwise}: it asks for other facts. Missing: {string.Join(", ", again.Missing.Select(f => f.Name))}. Extra: "
                    + $"{string.Join(", ", again.Extra.Select(f => f.Name))}.");
        Check(otherwise, Shown(stored), Shown(again.Events, again.Refusal));
    }

    public static string Shown(EquatableList<StoredMessage> events, Refusal? refusal = null) =>
        refusal is null ? string.Join('\n', events.Select(Line)) : $"refused: {refusal.Code} {refusal.Arguments}";

    public static string Line(StoredMessage e) => $"{e.Name} {e.Data}";
}
