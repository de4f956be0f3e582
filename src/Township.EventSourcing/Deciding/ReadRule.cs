namespace Township.EventSourcing;

/// <summary>What a reader asks of an aggregate.</summary>
public enum ReadKind
{
    /// <summary>Its view, today's or an earlier one, or its place in a list.</summary>
    View,

    /// <summary>Its history, which shows commands, reasons and actors.</summary>
    History,
}

/// <summary>Begins rules.</summary>
public static class ReadRule
{
    /// <summary>A rule by which nobody may read. What follows in the same expression admits readers.</summary>
    /// <param name="isId">Whether an id can be that of such an aggregate; others name nothing. Null when every id can.</param>
    /// <param name="inChinese">How roles read in Chinese, several of them with ", " between; null when as they are stored.</param>
    public static ReadRule<TState> Of<TState>(Func<string, bool>? isId = null, Func<string, string>? inChinese = null) where TState : class =>
        new(isId, inChinese, [], []);
}

/// <summary>
/// Who may read an aggregate: nobody unless stated. One rule for the view, earlier views, the history and lists; judged by today's state,
/// whatever version is shown. Immutable and thread-safe.
/// <code>
/// public static ReadRule&lt;Promise&gt; Reading { get; } = ReadRule.Of&lt;Promise&gt;().ViewByTownship().History(Roles.Office, Roles.Auditor).HistoryBy(Owner);
/// </code>
/// </summary>
/// <remarks>The history is never open to readers to whom the view is not: such a rule cannot be built.</remarks>
/// <typeparam name="TState">The aggregate's state.</typeparam>
public sealed class ReadRule<TState> where TState : class
{
    readonly Func<string, bool>? _isId;
    readonly Func<string, string>? _inChinese;
    readonly ReadClause<TState>[] _view, _history;

    internal ReadRule(Func<string, bool>? isId, Func<string, string>? inChinese, ReadClause<TState>[] view, ReadClause<TState>[] history)
    {
        if (history.FirstOrDefault(h => !view.Any(v => v.Covers(h))) is { } wider)
            throw new InvalidOperationException($"{typeof(TState).Name}: {wider} may not read the history without the view.");
        (_isId, _inChinese, _view, _history) = (isId, inChinese, view, history);
    }

    /// <summary>Opens the view to these roles of the township.</summary>
    public ReadRule<TState> View(params ReadOnlySpan<string> roles) => WithView(null, roles);

    /// <summary>Opens the view to these roles of the township while a condition holds.</summary>
    public ReadRule<TState> ViewWhen(ReadCondition<TState> condition, params ReadOnlySpan<string> roles) => WithView(condition, roles);

    /// <summary>Opens the view to everybody of the township who has signed in, while the condition holds if there is one.</summary>
    public ReadRule<TState> ViewByTownship(ReadCondition<TState>? condition = null) => WithView(new(SignedIn: true, null, null, condition));

    /// <summary>Opens the view to anybody, of any township and without having signed in, while the condition holds if there is one.</summary>
    public ReadRule<TState> ViewByAnyone(ReadCondition<TState>? condition = null) => WithView(new(SignedIn: false, null, null, condition));

    /// <summary>Opens the view to a person whom it concerns.</summary>
    public ReadRule<TState> ViewBy(ReadPerson<TState> person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return WithView(ReadClause<TState>.Of(person));
    }

    /// <summary>Opens the history to these roles of the township.</summary>
    /// <exception cref="InvalidOperationException">The view is not open to one of them.</exception>
    public ReadRule<TState> History(params ReadOnlySpan<string> roles) => new(_isId, _inChinese, _view, [.. _history, .. ReadClause<TState>.Of(null, roles)]);

    /// <summary>Opens the history to a person whom it concerns.</summary>
    /// <exception cref="InvalidOperationException">The view is not open to that person.</exception>
    public ReadRule<TState> HistoryBy(ReadPerson<TState> person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(_isId, _inChinese, _view, [.. _history, ReadClause<TState>.Of(person)]);
    }

    /// <summary>What has to be read from other aggregates before this actor is refused; nothing for those who cannot be admitted by it.</summary>
    public IReadOnlyList<FactRequest> Needs(ReadKind kind, StreamId stream, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(actor);
        return [.. Clauses(kind).Where(c => c.MayAdmit(actor, stream.Township)).Select(c => c.Person?.Asks?.Invoke(stream)).OfType<FactRequest>()];
    }

    /// <summary>Why this actor may not read the aggregate; null when allowed.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="state">Today's state; null when it is not known: then nobody is admitted who would have to be looked up in it.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="facts">What was read of <see cref="Needs"/>; null for nothing.</param>
    /// <param name="shown">The earlier state that is shown; conditions must hold for it as well. Null for today's.</param>
    public Refusal? Refuse(ReadKind kind, TState? state, StreamId stream, Actor actor, Facts? facts = null, TState? shown = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(actor);
        return _isId?.Invoke(stream.Id) == false ? KernelRefusals.UnknownKey.With(stream.Key)
            : Clauses(kind).Any(Admits) ? null
            : Reason(kind, stream.Township, actor);

        bool Admits(ReadClause<TState> clause) => clause.MayAdmit(actor, stream.Township)
            && (clause.Person is null || (state is not null && clause.Person.Is(actor, state, stream, facts ?? Facts.None)))
            && (clause.When is null || (state is not null && clause.When.Holds(state) && (shown is null || clause.When.Holds(shown))));
    }

    /// <summary>Which rows of a township's list this actor may see, or why none. A person whom only another aggregate names sees none.</summary>
    public (ListScope? Scope, Refusal? Refusal) InList(string township, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(township);
        ArgumentNullException.ThrowIfNull(actor);
        if (!StreamId.TryParse($"list/{township}/all", out _)) return (null, KernelRefusals.UnknownKey.With(UnicodeText.Printable(township, 80)));
        var clauses = _view.Where(c => c.Person?.Asks is null && c.MayAdmit(actor, township)).ToList();
        if (clauses.Count == 0) return (null, Reason(ReadKind.View, township, actor));
        return (new(township, actor.Subject, clauses.Any(c => c.Restriction is null) ? null : clauses.Select(c => c.Restriction!).Distinct().ToEquatableList()), null);
    }

    ReadClause<TState>[] Clauses(ReadKind kind) => kind is ReadKind.History ? _history : _view;

    ReadRule<TState> WithView(ReadClause<TState> clause) => new(_isId, _inChinese, [.. _view, clause], _history);

    ReadRule<TState> WithView(ReadCondition<TState>? condition, ReadOnlySpan<string> roles) => new(_isId, _inChinese, [.. _view, .. ReadClause<TState>.Of(condition, roles)], _history);

    Refusal Reason(ReadKind kind, string township, Actor actor) =>
        actor.Township.Length == 0 ? KernelRefusals.NoCaller
        : actor.Township != township ? KernelRefusals.NotYourTownship.With(township)
        : (KernelRefusals.NotEntitledToRead with { InChinese = _inChinese }).With(
            string.Join(", ", Clauses(kind).Where(c => c.Restriction is null).Select(c => c.Role)));
}

/// <summary>Some of the readers whom a rule admits.</summary>
/// <param name="SignedIn">Whether only people of the township are meant.</param>
/// <param name="Role">In which role; null for any.</param>
/// <param name="Person">Who; null for everybody.</param>
/// <param name="When">While what holds; null for always.</param>
sealed record ReadClause<TState>(bool SignedIn, string? Role, ReadPerson<TState>? Person, ReadCondition<TState>? When) where TState : class
{
    /// <summary>What rows of a list must fulfil; null when all are open.</summary>
    public string? Restriction => Person?.Name ?? When?.Name;

    public static ReadClause<TState> Of(ReadPerson<TState> person) => new(SignedIn: true, person.Role, person, null);

    public static ReadClause<TState>[] Of(ReadCondition<TState>? condition, ReadOnlySpan<string> roles)
    {
        var clauses = new ReadClause<TState>[roles.Length];
        for (var i = 0; i < roles.Length; i++) clauses[i] = new(SignedIn: true, roles[i], null, condition);
        return clauses;
    }

    /// <summary>Whether the actor is one of these readers as far as township and role say.</summary>
    public bool MayAdmit(Actor actor, string township) =>
        !SignedIn || (actor.Township == township && (Role is null || actor.Roles.Contains(Role, StringComparer.Ordinal)));

    /// <summary>Whether all the readers of the other are among these.</summary>
    public bool Covers(ReadClause<TState> other) =>
        (When is null || When == other.When)
        && (!SignedIn || (other.SignedIn && (Role is null || Role == other.Role) && (Person is null || Person == other.Person)));

    public override string ToString() => Person?.Name ?? Role ?? (SignedIn ? "everybody of the township" : "anyone");
}
