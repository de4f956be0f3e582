using Orleans.Serialization.Cloning;

namespace Township.EventSourcing;

// The kernel does not reference Orleans; these surrogates serialise its types between clients and grains.

[GenerateSerializer, Alias("township.list`1")]
readonly record struct EquatableListSurrogate<T>(T[] Items);

[GenerateSerializer, Alias("township.actor")]
readonly record struct ActorSurrogate(
    string Subject, string Township, EquatableList<string> Roles, string? Issuer, string? KeyId, string? OnBehalfOf);

[GenerateSerializer, Alias("township.caller")]
readonly record struct CallerSurrogate(Actor Actor, string CorrelationId, string? CausationId);

[GenerateSerializer, Alias("township.refusal")]
readonly record struct RefusalSurrogate(string Code, EquatableList<string> Arguments, string Chinese, string English);

[GenerateSerializer, Alias("township.outcome")]
readonly record struct OutcomeSurrogate(OutcomeKind Kind, long Version, Refusal? Refusal);

[GenerateSerializer, Alias("township.personal-text")]
readonly record struct PersonalTextSurrogate(PersonalTextState State, string[] Persons, int[] Keys, string? Text, string? Data);

[RegisterConverter]
sealed class EquatableListConverter<T> : IConverter<EquatableList<T>, EquatableListSurrogate<T>>
{
    public EquatableList<T> ConvertFromSurrogate(in EquatableListSurrogate<T> surrogate) => surrogate.Items.ToEquatableList();

    public EquatableListSurrogate<T> ConvertToSurrogate(in EquatableList<T> value) => new([.. value]);
}

[RegisterConverter]
sealed class ActorConverter : IConverter<Actor, ActorSurrogate>
{
    public Actor ConvertFromSurrogate(in ActorSurrogate surrogate) => new(
        surrogate.Subject, surrogate.Township, surrogate.Roles, surrogate.Issuer, surrogate.KeyId, surrogate.OnBehalfOf);

    public ActorSurrogate ConvertToSurrogate(in Actor value) =>
        new(value.Subject, value.Township, value.Roles, value.Issuer, value.KeyId, value.OnBehalfOf);
}

[RegisterConverter]
sealed class CallerConverter : IConverter<Caller, CallerSurrogate>
{
    public Caller ConvertFromSurrogate(in CallerSurrogate surrogate) =>
        new(surrogate.Actor, surrogate.CorrelationId, surrogate.CausationId);

    public CallerSurrogate ConvertToSurrogate(in Caller value) => new(value.Actor, value.CorrelationId, value.CausationId);
}

[RegisterConverter]
sealed class RefusalConverter : IConverter<Refusal, RefusalSurrogate>
{
    public Refusal ConvertFromSurrogate(in RefusalSurrogate surrogate) =>
        new(surrogate.Code, surrogate.Arguments, surrogate.Chinese, surrogate.English);

    public RefusalSurrogate ConvertToSurrogate(in Refusal value) => new(value.Code, value.Arguments, value.Chinese, value.English);
}

[RegisterConverter]
sealed class OutcomeConverter : IConverter<Outcome, OutcomeSurrogate>
{
    public Outcome ConvertFromSurrogate(in OutcomeSurrogate surrogate) => new(surrogate.Kind, surrogate.Version, surrogate.Refusal);

    public OutcomeSurrogate ConvertToSurrogate(in Outcome value) => new(value.Kind, value.Version, value.Refusal);
}

// Immutable, so calls within a silo need no copy.
[RegisterCopier]
sealed class OutcomeCopier : IDeepCopier<Outcome>
{
    public Outcome? DeepCopy(Outcome? input, CopyContext context) => input;
}

[RegisterConverter]
sealed class PersonalTextConverter : IConverter<PersonalText, PersonalTextSurrogate>
{
    public PersonalText ConvertFromSurrogate(in PersonalTextSurrogate surrogate) => surrogate.State switch
    {
        PersonalTextState.Clear => PersonalText.About(surrogate.Persons, surrogate.Text!),
        PersonalTextState.Sealed =>
            PersonalText.Sealed(surrogate.Persons.Zip(surrogate.Keys, (person, key) => new TextPerson(person, key)), surrogate.Data!),
        _ => PersonalText.Erased(surrogate.Persons),
    };

    public PersonalTextSurrogate ConvertToSurrogate(in PersonalText value) =>
        new(value.State, [.. value.Persons.Select(p => p.Id)], [.. value.Persons.Select(p => p.Key)], value.Text, value.Data);
}

// Immutable, so calls within a silo need no copy.
[RegisterCopier]
sealed class PersonalTextCopier : IDeepCopier<PersonalText>
{
    public PersonalText? DeepCopy(PersonalText? input, CopyContext context) => input;
}
