using System.CommandLine;

namespace Township.Cli;

/// <summary><c>township export --to DIR --files jsonl|csv</c>: the whole history as files.</summary>
static class ExportCommand
{
    public static Command Create(CommandFactory commands)
    {
        var language = commands.Language;
        var to = new Option<DirectoryInfo>("--to") { HelpName = "DIR", Required = true, Description = language.Say("写入的文件夹；已有的文件不会被覆盖", "The folder to write to; existing files are never overwritten") };
        var format = new Option<ExportFormat>("--files")
        {
            HelpName = "jsonl|csv",
            Required = true,
            Description = language.Say("jsonl：逐字节完整，供程序使用；csv：供 Excel 等表格软件使用", "jsonl: complete byte for byte, for programs; csv: for spreadsheets"),
            CustomParser = result =>
            {
                if (result.Tokens[0].Value is not ("jsonl" or "csv") and var other)
                    result.AddError(language.Say($"--files 只能是 jsonl 或 csv，不能是“{other}”。", $"--files must be jsonl or csv, not '{other}'."));
                return result.Tokens[0].Value == "csv" ? ExportFormat.Csv : ExportFormat.JsonLines;
            },
        };
        var reader = commands.Reader();
        var command = commands.Create("export", "导出全部记录", "Exports the whole history", [to, format, .. reader.Symbols], async inquiry =>
        {
            await using var texts = await ShownTexts.Of(inquiry, reader);
            var result = await Write(inquiry, inquiry.Parsed.GetRequiredValue(to).FullName, inquiry.Parsed.GetValue(format), texts);
            if (inquiry.Screen.IsJson) await WriteJson(inquiry.Screen, result);
            else await WriteText(inquiry, result);
            return result.Unreadable.Count == 0 ? ExitCodes.Fine : ExitCodes.Faulty;
        });
        command.Validators.Add(result =>
        {
            if (reader.HasKeys(result) && result.GetValue(format) == ExportFormat.JsonLines)
                result.AddError(language.Say("jsonl 逐字节照录数据库的内容，不解密；--keys 只用于 csv。", "jsonl holds what is stored, byte for byte, and stays sealed; --keys works with csv only."));
        });
        reader.Check(command);
        return command;
    }

    static async Task<ExportResult> Write(Inquiry inquiry, string folder, ExportFormat format, ShownTexts texts)
    {
        try
        {
            return await ProgressBar.Show(inquiry.Screen, inquiry.Say("导出", "Exporting"), progress =>
                HistoryExport.Write(inquiry.Reader, folder, format, progress, texts.ShowToReader, inquiry.Language.Culture, inquiry.Stopped));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(inquiry.Say($"无法写入“{folder}”：{Reasons.InChinese(e)}", $"Cannot write to '{folder}': {e.Message}"));
        }
    }

    static async Task WriteText(Inquiry inquiry, ExportResult result)
    {
        foreach (var fault in result.Unreadable) inquiry.Screen.Line(FaultLines.Of(fault, inquiry.Language));
        await Tables.Write(inquiry.Screen, [inquiry.Say("文件", "File"), inquiry.Say("行数", "Rows"), inquiry.Say("字节", "Bytes"), "SHA-256"],
            result.Files.Select(f => (IReadOnlyList<string>)[f.Name, $"{f.Rows}", $"{f.Bytes}", f.Sha256]).ToAsyncEnumerable());
        inquiry.Screen.Line(inquiry.Say("日志末尾", "End of the log") + $"  {result.Head}");
    }

    static Task WriteJson(Screen screen, ExportResult result) => screen.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("head", result.Head.ToString());
        json.WriteStartArray("files");
        foreach (var file in result.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("rows", file.Rows);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unreadable");
        foreach (var fault in result.Unreadable) FaultLines.Write(json, fault);
        json.WriteEndArray();
        json.WriteEndObject();
        return Task.CompletedTask;
    });
}
