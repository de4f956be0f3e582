namespace Township.EventSourcing;

/// <summary>Refuses calls to aggregates whose caller cannot be written into a history.</summary>
sealed class CallerFilter : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (CallerContext.Current is { } caller && FaultOf(caller) is { } fault)
            throw new AggregateFailureException(FailureKind.InvalidCaller, $"The caller is not valid: {fault}.");
        return context.Invoke();
    }

    static string? FaultOf(Caller caller) =>
        TextFault("subject", caller.Actor.Subject)
        ?? (caller.Actor.Township is { Length: 0 } ? null : TextFault("township", caller.Actor.Township))
        ?? (caller.Actor.Roles.Count > 100 ? "it has more than 100 roles" : caller.Actor.Roles.Select(r => TextFault("role", r)).FirstOrDefault(f => f is not null))
        ?? TextFault("correlation id", caller.CorrelationId)
        ?? (caller.CausationId is null ? null : TextFault("causation id", caller.CausationId));

    static string? TextFault(string what, string? text) =>
        string.IsNullOrWhiteSpace(text) ? $"the {what} is blank"
        : text.Length > Caller.MaxIdLength ? $"the {what} is longer than {Caller.MaxIdLength} characters"
        : text.Any(char.IsControl) || !UnicodeText.IsWellFormed(text) ? $"the {what} holds characters that cannot be stored"
        : null;
}
