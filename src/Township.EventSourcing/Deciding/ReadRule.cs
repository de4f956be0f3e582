namespace Township.EventSourcing;

/// <summary>The kind of data that a reader asks for.</summary>
public enum ReadKind
{
    /// <summary>The current or an earlier view, or a row in a list.</summary>
    View,

    /// <summary>Its history, which shows commands, reasons and actors.</summary>
    History,
}

/// <summary>Creates rules.</summary>
public static class ReadRule
{
    /// <summary>Returns a rule that admits no readers. Chain further calls to admit some.</summary>
    /// <param name="isId">Returns whether an id can be that of such an aggregate. Null when every id can.</param>
    /// <param name="inChinese">Returns the Chinese names of roles, which are separated by ", "; null to show the stored names.</param>
    public static ReadRule<TState> Of<TState>(Func<string, bool>? isId = null, Func<string, string>? inChinese = null) where TState : class =>
        new(isId, inChinese, [], []);
}

/// <summary>
/// Who may read an aggregate. Readers are admitted only by explicit clauses. One rule covers the view, earlier views, the history and
/// lists; it is evaluated on the current state, whatever version is shown. Immutable and thread-safe.
/// <code>
/// public static ReadRule&lt;Promise&gt; Reading { get; } =
///     ReadRule.Of&lt;Promise&gt;().ViewByTownship().History(Roles.Office, Roles.Auditor).HistoryBy(Owner);
/// </code>
/// </summary>
/// <remarks>The history is never open to readers who may not see the view: such a rule cannot be built.</remarks>
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

    /// <summary>Opens the view to every signed-in person of the township, if a condition is given only while it holds.</summary>
    public ReadRule<TState> ViewByTownship(ReadCondition<TState>? condition = null) => WithView(new(SignedIn: true, null, null, condition));

    /// <summary>
    /// Opens the view to anyone, of any township and without signing in, if a condition is given only while it holds.
    /// </summary>
    public ReadRule<TState> ViewByAnyone(ReadCondition<TState>? condition = null) => WithView(new(SignedIn: false, null, null, condition));

    /// <summary>Opens the view to a person whom the aggregate concerns.</summary>
    public ReadRule<TState> ViewBy(ReadPerson<TState> person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return WithView(ReadClause<TState>.Of(person));
    }

    /// <summary>Opens the history to these roles of the township.</summary>
    /// <exception cref="InvalidOperationException">The view is not open to one of them.</exception>
    public ReadRule<TState> History(params ReadOnlySpan<string> roles) =>
        new(_isId, _inChinese, _view, [.. _history, .. ReadClause<TState>.Of(null, roles)]);

    /// <summary>Opens the history to a person whom the aggregate concerns.</summary>
    /// <exception cref="InvalidOperationException">The view is not open to that person.</exception>
    public ReadRule<TState> HistoryBy(ReadPerson<TState> person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(_isId, _inChinese, _view, [.. _history, ReadClause<TState>.Of(person)]);
    }

    /// <summary>
    /// Returns the facts of other aggregates that must be read before this actor may be refused; empty when they could not admit the actor.
    /// </summary>
    public IReadOnlyList<FactRequest> Needs(ReadKind kind, StreamId stream, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(actor);
        return [.. Clauses(kind).Where(c => c.MayAdmit(actor, stream.Township))
            .Select(c => c.Person?.Asks?.Invoke(stream)).OfType<FactRequest>()];
    }

    /// <summary>Returns why this actor may not read the aggregate; null when reading is allowed.</summary>
    /// <param name="kind">The kind of data asked for.</param>
    /// <param name="state">The current state. When null, clauses that depend on the state admit no reader.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="facts">The facts that <see cref="Needs"/> asks for; null for none.</param>
    /// <param name="shown">The earlier state that is shown; conditions must hold for it, too. Null for the current state.</param>
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

    /// <summary>
    /// Returns the rows of a township's list that this actor may see, or the refusal when there are none. A person whom only another
    /// aggregate names sees no rows.
    /// </summary>
    public (ListScope? Scope, Refusal? Refusal) InList(string township, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(township);
        ArgumentNullException.ThrowIfNull(actor);
        if (!StreamId.TryParse($"list/{township}/all", out _))
            return (null, KernelRefusals.UnknownKey.With(UnicodeText.Printable(township, 80)));
        var clauses = _view.Where(c => c.Person?.Asks is null && c.MayAdmit(actor, township)).ToList();
        if (clauses.Count == 0) return (null, Reason(ReadKind.View, township, actor));
        var only = clauses.Any(c => c.Restriction is null) ? null : clauses.Select(c => c.Restriction!).Distinct().ToEquatableList();
        return (new(township, actor.Subject, only), null);
    }

    ReadClause<TState>[] Clauses(ReadKind kind) => kind is ReadKind.History ? _history : _view;

    ReadRule<TState> WithView(ReadClause<TState> clause) => new(_isId, _inChinese, [.. _view, clause], _history);

    ReadRule<TState> WithView(ReadCondition<TState>? condition, ReadOnlySpan<string> roles) =>
        new(_isId, _inChinese, [.. _view, .. ReadClause<TState>.Of(condition, roles)], _history);

    Refusal Reason(ReadKind kind, string township, Actor actor) =>
        actor.Township.Length == 0 ? KernelRefusals.NoCaller
        : actor.Township != township ? KernelRefusals.NotYourTownship.With(township)
        : (KernelRefusals.NotEntitledToRead with { InChinese = _inChinese }).With(
            string.Join(", ", Clauses(kind).Where(c => c.Restriction is null).Select(c => c.Role)));
}

/// <summary>A group of readers whom a rule admits.</summary>
/// <param name="SignedIn">Whether the reader must belong to the township.</param>
/// <param name="Role">The required role; null for any.</param>
/// <param name="Person">The person; null for all.</param>
/// <param name="When">The condition; null for none.</param>
sealed record ReadClause<TState>(bool SignedIn, string? Role, ReadPerson<TState>? Person, ReadCondition<TState>? When) where TState : class
{
    /// <summary>The name of the condition on list rows; null when all rows are visible.</summary>
    public string? Restriction => Person?.Name ?? When?.Name;

    public static ReadClause<TState> Of(ReadPerson<TState> person) => new(SignedIn: true, person.Role, person, null);

    public static ReadClause<TState>[] Of(ReadCondition<TState>? condition, ReadOnlySpan<string> roles)
    {
        var clauses = new ReadClause<TState>[roles.Length];
        for (var i = 0; i < roles.Length; i++) clauses[i] = new(SignedIn: true, roles[i], null, condition);
        return clauses;
    }

    /// <summary>Returns whether the actor fits the clause by township and role.</summary>
    public bool MayAdmit(Actor actor, string township) =>
        !SignedIn || (actor.Township == township && (Role is null || actor.Roles.Contains(Role, StringComparer.Ordinal)));

    /// <summary>Returns whether this clause admits all readers of the other clause.</summary>
    public bool Covers(ReadClause<TState> other) =>
        (When is null || When == other.When)
        && (!SignedIn || (other.SignedIn && (Role is null || Role == other.Role) && (Person is null || Person == other.Person)));

    public override string ToString() => Person?.Name ?? Role ?? (SignedIn ? "everybody of the township" : "anyone");
}
