using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Township.Samples;

/// <summary>One command of the sample.</summary>
/// <param name="At">When; the silo's clock says so too.</param>
/// <param name="Actor">Who.</param>
/// <param name="Id">The aggregate's id in the township.</param>
/// <param name="Command">What.</param>
/// <param name="Refused">The code of the refusal, when the rules must say no.</param>
sealed record ScriptedCommand(DateTimeOffset At, Actor Actor, string Id, Command Command, string? Refused = null)
{
    static readonly TimeSpan China = TimeSpan.FromHours(8);

    public string CommandName => Command.GetType().GetCustomAttribute<CommandNameAttribute>()!.Name;

    /// <summary>Names the scripted for people, and once and for all for its command id.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.ToOffset(China):yyyy-MM-dd HH:mm} {CommandName} {Id} by {Actor.Subject}");

    /// <summary>The same scripted with a command id that is the same in every run: a UUID of version 8 over the scripted's name.</summary>
    public ScriptedCommand WithCommandId(string scenario)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{scenario}\n{this}"))[..16];
        id[6] = (byte)(id[6] & 0x0F | 0x80);
        id[8] = (byte)(id[8] & 0x3F | 0x80);
        return this with { Command = Command with { CommandId = new Guid(id, bigEndian: true) } };
    }

    public static DateTimeOffset Time(DateOnly day, int hour, int minute = 0) => new DateTimeOffset(day.ToDateTime(new(hour, minute)), China).ToUniversalTime();

    /// <summary>A moment as scenarios write it.</summary>
    public static DateTimeOffset Time(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, China).ToUniversalTime()
            : throw new SampleException($"'{text}' is no time; write 2026-02-04 09:30.");
}
