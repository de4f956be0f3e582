using Orleans.Concurrency;
using Township.Privacy;

namespace Township;

/// <summary>Erases keys in the vault of the silos.</summary>
[GrainType("personal-data"), Reentrant]
sealed class PersonalDataGrain(SessionServices services) : Grain, IPersonalDataGrain
{
    static readonly ReadRule<PersonalData> Reading = ReadRule.Of<PersonalData>().View(Roles.Office, Roles.Leader, Roles.Auditor);

    string Township => this.GetPrimaryKeyString();

    PersonalData Vault => services.PersonalData ?? throw new InvalidOperationException("No vault of keys is configured.");

    public async Task<ErasureOutcome> Erase(ErasePerson request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var caller = CallerContext.Current
            ?? throw new AggregateFailureException(FailureKind.InvalidCaller, "The call names no caller: use CallerContext.Use(actor).");
        if (Refuse(request, caller) is { } refusal) return new(false, refusal);
        var person = new DataSubject(Township, request.PersonId);
        return await Failing(async () =>
            await Vault.Erase(
                person, new(caller.Actor.Subject, request.Reason, services.Environment.Guard.Now()),
                cancellationToken) ? new ErasureOutcome(true, null)
            : await Vault.List(Township, cancellationToken).AnyAsync(r => r.Subject == person, cancellationToken) ? new(false, null)
            : new(false, PersonalDataRefusals.NobodyKnown.With(request.PersonId)));
    }

    public Task<EquatableList<ErasedPerson>> Erasures(CancellationToken cancellationToken = default)
    {
        if (Reading.InList(Township, CallerContext.Current?.Actor ?? Actor.Anonymous).Refusal is { } refusal)
            throw new QueryRefusedException(refusal);
        return Failing(async () =>
        {
            var erased = await Vault.List(Township, cancellationToken).Where(r => r.Erasure is not null).ToListAsync(cancellationToken);
            return erased.Select(r => new ErasedPerson(r.Subject.Subject, r.Generation, r.Erasure!.At, r.Erasure.By, r.Erasure.Reason))
                .ToEquatableList();
        });
    }

    Refusal? Refuse(ErasePerson request, Caller caller) =>
        CommandShape.CheckCaller(caller)
        ?? CommandShape.CheckRequest(request)
        ?? (IsOneOf(caller.Actor, Roles.Office, Roles.Leader) ? null : CommonRefusals.NotEntitled.With($"{Roles.Office}, {Roles.Leader}"))
        ?? (caller.Actor.Subject == request.PersonId ? PersonalDataRefusals.Own.With() : null);

    bool IsOneOf(Actor actor, params IReadOnlyList<string> roles) =>
        actor.Township == Township && actor.Roles.Intersect(roles, StringComparer.Ordinal).Any();

    static async Task<T> Failing<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw failure;
        }
    }
}
