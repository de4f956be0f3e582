namespace Township.EventSourcing;

/// <summary>Applies read rules that may need facts of other aggregates.</summary>
public static class ReadRights
{
    /// <summary>Like <see cref="ReadRule{TState}.Refuse"/>, and reads the facts that the rule needs.</summary>
    public static async ValueTask<Refusal?> Refuse<TState>(
        this ReadRule<TState> rule, ReadKind kind, TState state, StreamId stream, Actor actor, IFactReader reader, TState? shown = null,
        CancellationToken cancellationToken = default)
        where TState : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(reader);
        var refusal = rule.Refuse(kind, state, stream, actor, shown: shown);
        if (refusal is null || rule.Needs(kind, stream, actor) is not [_, ..] requests) return refusal;
        var pool = new FactPool();
        await pool.Capture(requests, stream, reader, cancellationToken);
        return rule.Refuse(kind, state, stream, actor, pool.Gather(stream, _ => requests).Facts, shown);
    }
}
