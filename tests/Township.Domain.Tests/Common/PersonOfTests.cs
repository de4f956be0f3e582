using System.Reflection;

namespace Township;

/// <summary>
/// §7: whose data the texts of a command are, where clients do not say it. Of every command that holds such texts somebody has
/// to have thought about it: a new one fails here until it is in the list.
/// </summary>
public sealed class PersonOfTests
{
    static readonly Actor Speaker = new("p-9", "huimin", [Roles.Citizen]);

    static readonly Dictionary<string, (string Id, string Person)> Expected = new()
    {
        ["cadre.register"] = ("c-017", "c-017"),
        ["supervisor.appoint"] = ("s-1", "s-1"),
        ["pledge.exempt"] = ("c-017.2026-03", "c-017"),
        ["pledge.observe"] = ("c-017.2026-03", "c-017"),
        ["pledge.verify"] = ("c-017.2026-03", "c-017"),
        ["notice.issue"] = ("c-017.2026-03.2", "c-017"),
        ["notice.explain"] = ("c-017.2026-03", "c-017"),
        ["notice.take-effect"] = ("c-017.2026-03", "c-017"),
        ["notice.withdraw"] = ("c-017.2026-03", "c-017"),
        ["measure.give-explanation"] = ("c-017.2026-03", "c-017"),
        ["measure.reject-explanation"] = ("c-017.2026-03", "c-017"),
        ["measure.record-talk"] = ("c-017.2026-03.2", "c-017"),
        ["measure.report-rectification"] = ("c-017.2026-03", "c-017"),
        ["measure.accept-rectification"] = ("c-017.2026-03", "c-017"),
        ["measure.reject-rectification"] = ("c-017.2026-03", "c-017"),
        ["meeting.record-absence"] = ("2026-03", "CadreId"),
        ["meeting.record-analysis"] = ("2026-03", "CadreId"),
        ["village.appoint-informant"] = ("v-1", "PersonId"),
        // Of somebody without an id in the township: erased by the report's or issue's own id.
        ["issue-report.file"] = ("r-1", "ReporterId"),
        ["issue-report.answer"] = ("r-1", "r-1"),
        ["livelihood.raise"] = ("l-1", "l-1"),
        ["livelihood.confirm"] = ("l-1", "l-1"),
        ["livelihood.reopen"] = ("l-1", "l-1"),
        ["hearing.sign-up"] = ("2026-01", "PersonId"),
        ["hearing.invite"] = ("2026-01", "PersonId"),
        ["hearing.withdraw-representative"] = ("2026-01", "PersonId"),
        ["hearing.recuse-representative"] = ("2026-01", "PersonId"),
        ["hearing.recuse-officer"] = ("2026-01", "CadreId"),
        ["hearing.ask"] = ("2026-01", "SpeakerId"),
        ["hearing.explain"] = ("2026-01", "SpeakerId"),
        ["hearing.state-opinion"] = ("2026-01", "SpeakerId"),
        ["hearing.suggest"] = ("2026-01", "SpeakerId"),
        ["hearing.discuss"] = ("2026-01", "SpeakerId"),
        ["hearing.raise-issue"] = ("2026-01", "SpeakerId"),
        ["hearing.raise-objection"] = ("2026-01", "SpeakerId"),
        ["hearing.correct-entry"] = ("2026-01", "p-9"),
    };

    [Fact]
    public void Every_command_that_holds_texts_about_people_is_listed() =>
        TownshipAggregates.All.SelectMany(a => a.CommandNames).Where(c => Holds(c.Type)).Select(c => c.Name).Should().BeEquivalentTo(Expected.Keys);

    [Fact]
    public void Each_is_about_the_person_concerned() =>
        TownshipAggregates.All.SelectMany(a => a.CommandNames.Where(c => Expected.ContainsKey(c.Name)).Select(c => (c.Name, Person: PersonOf(a, c.Type, Expected[c.Name].Id))))
            .Should().BeEquivalentTo(Expected.Select(e => (e.Key, e.Value.Person)));

    // Members are named after themselves in samples: PersonId is the person that the member of this name names.
    static string PersonOf(IAggregateType aggregate, Type command, string id)
    {
        var person = typeof(PersonOfTests).GetMethod(nameof(Ask), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(aggregate.GetType().GetGenericArguments())
            .Invoke(null, [Samples.Of(command).First(), new StreamId(aggregate.Category, "huimin", id)]);
        return ((string)person!).Split(' ')[0];
    }

    static string Ask<TState, TCommand, TEvent, TView>(TCommand command, StreamId stream)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class => TState.PersonOf(command, stream, Speaker);

    static bool Holds(Type type) => type.GetProperties().Any(p => p.PropertyType == typeof(PersonalText)
        || (p.PropertyType.IsGenericType && p.PropertyType.GetGenericArguments().Any(a => a == typeof(PersonalText) || (a.Namespace?.StartsWith("Township", StringComparison.Ordinal) == true && Holds(a)))));
}
