using System.Globalization;

namespace Township.EventSourcing;

/// <summary>
/// The rejection of a command by a rule. Nothing was written. It is not a system error: exceptions signal bugs or outages.
/// </summary>
/// <param name="Code">Stable code for programs, for example <c>pledge.not-due</c>.</param>
/// <param name="Arguments">The values of the texts' placeholders, in order.</param>
/// <param name="Chinese">The reason in Chinese, for people.</param>
/// <param name="English">The reason in English, for people.</param>
public sealed record Refusal(string Code, EquatableList<string> Arguments, string Chinese, string English)
{
    /// <summary>Returns the text in the language of <paramref name="culture"/>: Chinese for any <c>zh</c>, otherwise English.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
    }

    /// <summary>Code and English text, for logs.</summary>
    public override string ToString() => $"{Code}: {English}";
}

/// <summary>
/// One reason to refuse, declared once with its texts: <c>public static readonly RefusalReason NotDue =
/// new("pledge.not-due", "…", "…");</c>.
/// </summary>
/// <param name="Code">Stable code, <c>area.reason</c>; never changed once published.</param>
/// <param name="Chinese">Chinese text with placeholders <c>{0}</c>, <c>{1}</c> …</param>
/// <param name="English">English text with the same placeholders.</param>
public sealed record RefusalReason(string Code, string Chinese, string English)
{
    /// <summary>Converts arguments that are stored names, such as roles, for the Chinese text; null to show arguments as they are.</summary>
    public Func<string, string>? InChinese { get; init; }

    /// <summary>Returns the refusal with its arguments filled in.</summary>
    public Refusal With(params ReadOnlySpan<object> arguments)
    {
        var shown = new string[arguments.Length];
        for (var i = 0; i < arguments.Length; i++) shown[i] = Convert.ToString(arguments[i], CultureInfo.InvariantCulture) ?? "";
        var inChinese = InChinese is null ? shown : Array.ConvertAll(shown, a => InChinese(a));
        return new(Code, EquatableList.Create<string>(shown),
            string.Format(CultureInfo.InvariantCulture, Chinese, inChinese), string.Format(CultureInfo.InvariantCulture, English, shown));
    }

    /// <summary>Converts a reason without arguments to a refusal.</summary>
    public static implicit operator Refusal(RefusalReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.With();
    }
}
