using System.Reflection;
using System.Text.RegularExpressions;

namespace Township;

/// <summary>Every day by which somebody must have acted rolls to a workday and records the calendar: it is a <see cref="DueDate"/>, never a plain date.</summary>
public sealed partial class DueDayTests
{
    // Each with its reason: docs/deadlines.md has the same in words.
    static readonly Dictionary<string, string> Plain = new()
    {
        ["HearingEvent.MeasureOverdue.DueOn"] = Passed,
        ["HearingEvent.FeedbackOverdue.DueOn"] = Passed,
        ["PromiseEvent.BecameOverdue.Due"] = Passed,
        ["LivelihoodIssueEvent.BecameOverdue.Due"] = Passed,
        ["NoticePeriod.EarliestOn"] = FullDays,
        ["HearingEvent.NoticePeriodEnded.EarliestOn"] = FullDays,
        ["Publication.DisplayedUntil"] = FullDays,
        ["CadreLeave.Until"] = FullDays,
        ["Absence.Until"] = FullDays,
        ["PromiseEvent.Made.RemindFrom"] = Begins,
        ["PromiseEvent.Extended.RemindFrom"] = Begins,
        ["PromiseDue.RemindFrom"] = Begins,
        ["DrawTerms.Day"] = Appointment,
    };

    const string Passed = "repeats a due day of the event that set it", FullDays = "ends full days in which nobody has to act", Begins = "begins a time, and ends none",
        Appointment = "is a day on which others act, whatever day it is";

    [Fact]
    public void Every_day_by_which_somebody_must_have_acted_is_a_due_date() =>
        TownshipAggregates.All.SelectMany(Roots).SelectMany(Members).Where(m => m.Holds == typeof(DateOnly) && !TellsWhatWas(m.Name)).Select(m => m.Full).Distinct()
            .Should().BeEquivalentTo(Plain.Keys, "any other is a DueDate made by the work calendar, or has a reason above and a line in docs/deadlines.md");

    [Fact]
    public void Every_event_that_sets_a_due_day_is_in_the_table_of_due_days() =>
        DueDaysInDocument().Should().BeEquivalentTo(
            TownshipAggregates.All.SelectMany(a => a.EventNames).Where(e => Members(e.Type).Any(m => m.Holds == typeof(DueDate))).Select(e => e.Name));

    static IEnumerable<string> DueDaysInDocument() => File.ReadLines(Path.Combine(SourceTree.Root, "docs", "deadlines.md"))
        .SkipWhile(l => !l.StartsWith("| due day |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))
        .SelectMany(l => StoredName().Matches(l.Split('|')[2])).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex StoredName();

    static bool TellsWhatWas(string name) =>
        name is "From" or "Since" || name.EndsWith("On", StringComparison.Ordinal) && !name.EndsWith("DueOn", StringComparison.Ordinal) && name is not "EarliestOn";

    // What is stored of an aggregate, and what is shown; commands are what people ask for, before it is rolled.
    static IEnumerable<Type> Roots(IAggregateType aggregate)
    {
        var initial = aggregate.Initial.GetType();
        var state = initial.BaseType is { } union && union != typeof(object) ? union : initial;
        var view = state.GetInterfaces().Single(i => i.Name == "IAggregate`4").GetGenericArguments()[3];
        return [state, view, .. aggregate.EventNames.Select(e => e.Type), .. aggregate.FactNames.Select(f => f.Type)];
    }

    static List<(string Full, string Name, Type Holds)> Members(Type root)
    {
        var (found, seen, waiting) = (new List<(string, string, Type)>(), new HashSet<Type>(), new Queue<Type>([root]));
        while (waiting.TryDequeue(out var type))
        {
            if (!seen.Add(type)) continue;
            foreach (var kind in type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(t => t.IsAssignableTo(type))) waiting.Enqueue(kind);
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.SetMethod is not null))
            {
                foreach (var held in Parts(property.PropertyType))
                {
                    found.Add(($"{(type.DeclaringType is { } outer ? outer.Name + "." : "")}{type.Name}.{property.Name}", property.Name, held));
                    if (held != typeof(DueDate) && held.Namespace?.StartsWith("Township", StringComparison.Ordinal) is true) waiting.Enqueue(held);
                }
            }
        }

        return found;
    }

    static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type];
}
