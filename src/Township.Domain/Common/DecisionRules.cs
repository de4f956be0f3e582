using Township.Calendars;

namespace Township;

/// <summary>
/// Rules that recur in every table. Each returns null if the rule is met, so that a row reads <c>_ when context.RefuseUnless(Roles.Office)
/// is { } refusal => refusal</c>.
/// </summary>
public static class DecisionRules
{
    /// <summary>Returns null if the actor has one of the roles in the stream's township.</summary>
    public static Refusal? RefuseUnless(this DecisionContext context, params ReadOnlySpan<string> roles)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var role in roles)
            if (context.Actor.Is(role, context.Stream)) return null;
        return CommonRefusals.NotEntitled.With(string.Join(", ", roles));
    }

    /// <summary>Returns null if the actor is the person whom the stream is about, or has one of the roles.</summary>
    public static Refusal? RefuseUnlessOwnOr(this DecisionContext context, params ReadOnlySpan<string> roles)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Actor.IsPerson(context.Stream.Id, context.Stream) ? null : context.RefuseUnless(roles);
    }

    /// <summary>
    /// Returns null if a date on which something happened is not in the future, and not before the one that it must follow.
    /// </summary>
    public static Refusal? RefuseDate(this DecisionContext context, DateOnly on, DateOnly? notBefore = null)
    {
        var today = context.Today();
        return on > today ? CommonRefusals.InFuture.With(LocalTime.Show(on), LocalTime.Show(today))
            : on < notBefore ? CommonRefusals.TooEarly.With(LocalTime.Show(on), LocalTime.Show(notBefore.Value))
            : null;
    }

    /// <summary>The date of the decision in Asia/Shanghai.</summary>
    public static DateOnly Today(this DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return LocalTime.DateOf(context.Now);
    }

    /// <summary>The work calendar of the decision. It computes every <see cref="DueDate"/>, also for a day that is set by hand.</summary>
    public static WorkCalendar Calendar(this DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return WorkCalendar.Of(context.CalendarVersion);
    }

    /// <summary>Returns null if the stream has the id of the one stream of its kind in a township.</summary>
    public static Refusal? RefuseUnlessKey(this DecisionContext context, string onlyId)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Stream.Id == onlyId ? null : KernelRefusals.UnknownKey.With(context.Stream.Key);
    }
}
