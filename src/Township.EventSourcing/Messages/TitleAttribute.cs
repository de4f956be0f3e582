using System.Globalization;
using System.Reflection;

namespace Township.EventSourcing;

/// <summary>
/// What people read instead of a stored name: on a command, an event, an aggregate's state type, a role, or a member of an enum.
/// Optional and never stored; it can change at any time. Without a title people read the stored name.
/// </summary>
/// <param name="chinese">In Chinese.</param>
/// <param name="english">In English.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field, Inherited = false)]
public sealed class TitleAttribute(string chinese, string english) : Attribute
{
    /// <summary>In Chinese.</summary>
    public string Chinese => chinese;

    /// <summary>In English.</summary>
    public string English => english;

    /// <summary>In the language of <paramref name="culture"/>: Chinese for any <c>zh</c>, else English.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? chinese : english;
    }

    /// <summary>The title of a type or of a field; null when it has none.</summary>
    public static TitleAttribute? Of(MemberInfo member) => member.GetCustomAttribute<TitleAttribute>();
}
