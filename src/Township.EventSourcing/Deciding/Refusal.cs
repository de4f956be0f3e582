using System.Globalization;

namespace Township.EventSourcing;

/// <summary>A rule said no. Nothing was written. Not an error of the system: exceptions mean bugs or outages.</summary>
/// <param name="Code">Stable code for programs, for example <c>pledge.not-due</c>.</param>
/// <param name="Arguments">What the texts mention, in the order of their placeholders.</param>
/// <param name="Chinese">The reason for a person, in Chinese.</param>
/// <param name="English">The reason for a person, in English.</param>
public sealed record Refusal(string Code, EquatableList<string> Arguments, string Chinese, string English)
{
    /// <summary>The text in the language of <paramref name="culture"/>: Chinese for any <c>zh</c>, else English.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
    }

    /// <summary>Code and English text, for logs.</summary>
    public override string ToString() => $"{Code}: {English}";
}

/// <summary>
/// One reason to refuse, declared once with its texts: <c>public static readonly RefusalReason NotDue = new("pledge.not-due", "…", "…");</c>.
/// </summary>
/// <param name="Code">Stable code, <c>area.reason</c>; never changed once published.</param>
/// <param name="Chinese">Chinese text with placeholders <c>{0}</c>, <c>{1}</c> …</param>
/// <param name="English">English text with the same placeholders.</param>
public sealed record RefusalReason(string Code, string Chinese, string English)
{
    /// <summary>How an argument reads in the Chinese text where it is a stored name, such as a role; null when arguments read as they are.</summary>
    public Func<string, string>? InChinese { get; init; }

    /// <summary>The refusal with its arguments filled in.</summary>
    public Refusal With(params ReadOnlySpan<object> arguments)
    {
        var shown = new string[arguments.Length];
        for (var i = 0; i < arguments.Length; i++) shown[i] = Convert.ToString(arguments[i], CultureInfo.InvariantCulture) ?? "";
        var inChinese = InChinese is null ? shown : Array.ConvertAll(shown, a => InChinese(a));
        return new(Code, EquatableList.Create<string>(shown),
            string.Format(CultureInfo.InvariantCulture, Chinese, inChinese), string.Format(CultureInfo.InvariantCulture, English, shown));
    }

    /// <summary>A reason without arguments is a refusal.</summary>
    public static implicit operator Refusal(RefusalReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.With();
    }
}
