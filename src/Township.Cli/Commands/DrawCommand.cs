using System.CommandLine;
using System.Globalization;
using Township.Draws;

namespace Township.Cli;

/// <summary><c>township draw check</c>: who wins a draw, from what is published alone. No store is opened.</summary>
static class DrawCommand
{
    public static Command Create(CommonOptions common, Language language)
    {
        var file = new Argument<FileInfo>("FILE") { Description = language.Say("公布的承诺文本（每行以换行结尾）", "The published text of the commitment, each line ended by a line feed") };
        var value = new Argument<string[]>("VALUE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = language.Say("信标公布的号码，按公布次序；或十六进制值", "The published numbers of the beacon in their order, or its hexadecimal value"),
        };
        var commitment = new Option<string?>("--commitment") { HelpName = "HASH", Description = language.Say("公布的承诺值", "The published commitment") };
        var winners = new Option<string[]>("--winner") { HelpName = "ID", Description = language.Say("公布的中签人，按次序", "The published winners, in their order") };
        var check = new Command("check", language.Say("仅凭公布的内容核对抽签：谁中签，与公布的结果是否一致", "Checks a draw by the published text alone: computes the winners and compares them with the published ones"))
        {
            file, value, commitment, winners,
        };
        check.SetAction((parsed, cancellationToken) => Failures.Told(language, async () =>
        {
            await using var screen = new Screen(parsed.GetValue(common.Format));
            var draw = await Read(parsed.GetValue(file)!, language, cancellationToken);
            var result = draw.WinnersWith(SeedOf(parsed.GetValue(value)!, draw.Form, language));
            var (hash, named) = (parsed.GetValue(commitment), parsed.GetValue(winners) ?? []);
            var agrees = (hash is null || hash == draw.Commitment) && (named.Length == 0 || named.SequenceEqual(result));
            if (screen.IsJson) await screen.JsonLine(Line(draw, result, agrees));
            else Show(screen, draw, result, hash is null && named.Length == 0 ? null : agrees, language);
            return agrees ? ExitCodes.Fine : ExitCodes.Faulty;
        }));
        return new("draw", language.Say("抽签", "Draws")) { check };
    }

    static async Task<PublishedDraw> Read(FileInfo file, Language language, CancellationToken cancellationToken)
    {
        try
        {
            // Bytes that are no UTF-8 would be replaced, and hash to something else.
            var text = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
            if (PublishedDraw.Find(text) is { } draw) return draw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(language.Say($"无法读取“{file}”：{Reasons.InChinese(e)}", e.Message));
        }
        catch (System.Text.DecoderFallbackException)
        {
            // Told below like everything else that a draw does not publish.
        }

        throw new UsageException(language.Say($"{file.Name} 不是抽签公布的承诺文本。", $"{file.Name} is not the published text of a draw."));
    }

    // However the numbers are typed, they have one text.
    static string SeedOf(string[] values, SeedForm form, Language language)
    {
        var words = values.SelectMany(v => v.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var seed = form.HexDigits > 0 ? words is [var hex] ? form.Write(hex) : null
            : words.All(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                ? form.Write([.. words.Select(w => int.Parse(w, NumberStyles.None, CultureInfo.InvariantCulture))])
                : null;
        return seed ?? throw new UsageException(language.Say($"号码不符合信标的格式（{form.Describe()}）。", $"The value does not have the form {form.Describe()}."));
    }

    static void Show(Screen screen, PublishedDraw draw, EquatableList<string> winners, bool? agrees, Language language)
    {
        screen.Line(language.Say($"抽签    {draw.Draw}", $"Draw        {draw.Draw}"));
        screen.Line(language.Say($"信标    {draw.BeaconName} {draw.Day:yyyy-MM-dd}", $"Beacon      {draw.BeaconName} {draw.Day:yyyy-MM-dd}"));
        screen.Line(language.Say($"承诺值  {draw.Commitment}", $"Commitment  {draw.Commitment}"));
        screen.Line(language.Say($"中签    {string.Join('、', winners)}", $"Winners     {string.Join(", ", winners)}"));
        if (agrees is { } same)
            screen.Line(same ? language.Say("结果    与公布的一致", "Result      The result is the published one.") : language.Say("结果    与公布的不一致", "Result      The result is NOT the published one."));
    }

    static ReadOnlyMemory<byte> Line(PublishedDraw draw, EquatableList<string> winners, bool agrees) => JsonLines.Object(json =>
    {
        json.WriteString("draw", draw.Draw.ToString());
        json.WriteString("commitment", draw.Commitment);
        json.WriteStartArray("winners");
        foreach (var winner in winners) json.WriteStringValue(winner);
        json.WriteEndArray();
        json.WriteBoolean("agrees", agrees);
    });
}
