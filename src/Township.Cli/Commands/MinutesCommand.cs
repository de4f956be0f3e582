using System.CommandLine;
using System.Security.Cryptography;
using System.Text;

namespace Township.Cli;

/// <summary><c>township minutes STREAM --to FILE.md|.html</c>: a hearing's minutes and outcome as a document to be printed.</summary>
static class MinutesCommand
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create(CommandFactory commands)
    {
        var language = commands.Language;
        var stream = commands.Stream();
        var to = new Option<FileInfo>("--to") { HelpName = "FILE.md|FILE.html", Required = true, Description = language.Say("写入的文件，格式由扩展名决定；已有的文件不会被覆盖", "The file to write; its extension decides the format, and an existing file is not overwritten") };
        to.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && FormatOf(name) is null)
                result.AddError(language.Say($"--to 应以 .md 或 .html 结尾，不能是“{name}”。", $"--to must end with .md or .html, not '{name}'."));
        });
        var version = commands.Version("--version", "到这一版本为止", "As of this version");
        var at = commands.At("到这一时刻为止", "As of this moment");
        var isPublic = new Option<bool>("--public") { Description = language.Say("公开版：群众姓名按乡镇的规定显示", "The public edition: citizens' names are shown as the township's policy says") };
        var reader = commands.Reader();
        var force = new Option<bool>("--force") { Description = language.Say("覆盖已有的文件", "Overwrites an existing file") };
        var command = commands.Create("minutes", "输出听证会笔录及办理结果", "Writes the minutes and the outcome of a hearing to a file", [stream, to, version, at, isPublic, force, .. reader.Symbols], async inquiry =>
        {
            var edition = inquiry.Parsed.GetValue(isPublic) ? MinutesEdition.Public : MinutesEdition.Internal;
            var name = inquiry.Parsed.GetRequiredValue(stream);
            // What people said is in the history of the hearing, and nowhere else.
            await reader.Entitle(inquiry, ReadKind.History, name);
            await using var vault = await reader.OpenKeys(inquiry);
            var printer = new MinutesPrinter(inquiry.Reader, vault is null ? null : vault.Open);
            var minutes = (inquiry.Parsed.GetValue(version), inquiry.Parsed.GetValue(at)) switch
            {
                ({ } v, _) => await printer.AtVersion(name, v, edition, inquiry.Stopped),
                (_, { } t) => await printer.AtTime(name, t, edition, inquiry.Stopped),
                _ => await printer.Newest(name, edition, inquiry.Stopped),
            };
            var file = inquiry.Parsed.GetRequiredValue(to);
            var bytes = Utf8.GetBytes(FormatOf(file.Name)!(minutes.Document));
            await Write(inquiry, file, bytes, inquiry.Parsed.GetValue(force));
            await Tell(inquiry, minutes, file, bytes);
            return ExitCodes.Fine;
        });
        commands.NotBoth(command, version, at);
        reader.Check(command);
        return command;
    }

    static Func<PrintedDocument, string>? FormatOf(string name) => Path.GetExtension(name) switch
    {
        ".md" => MarkdownDocument.Write,
        ".html" => HtmlDocument.Write,
        _ => null,
    };

    // Whole or not at all: under its name the file appears when every byte of it is on the disk.
    static async Task Write(Inquiry inquiry, FileInfo file, byte[] bytes, bool overwrite)
    {
        var partial = $"{file.FullName}.{Guid.CreateVersion7():N}.partial";
        try
        {
            if (file.Exists && !overwrite) throw new UsageException(inquiry.Say($"“{file}”已经存在；如要覆盖，请加 --force。", $"'{file}' exists already; add --force to overwrite it."));
            await using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
            {
                await stream.WriteAsync(bytes, inquiry.Stopped);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, file.FullName, overwrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(inquiry.Say($"无法写入“{file}”：{Reasons.InChinese(e)}", $"Cannot write '{file}': {e.Message}"));
        }
        finally
        {
            if (File.Exists(partial)) File.Delete(partial);
        }
    }

    static async Task Tell(Inquiry inquiry, PrintedMinutes minutes, FileInfo file, byte[] bytes)
    {
        var (head, sha256) = (minutes.Head, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        if (inquiry.Screen.IsJson)
        {
            await inquiry.Screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("stream", head.Stream.ToString());
                json.WriteNumber("version", head.Version);
                json.WriteString("hash", head.Hash.ToString());
                json.WriteString("file", file.ToString());
                json.WriteNumber("bytes", bytes.Length);
                json.WriteString("sha256", sha256);
                json.WriteEndObject();
                return Task.CompletedTask;
            });
            return;
        }

        await Tables.Write(inquiry.Screen, [inquiry.Say("卷宗", "Stream"), inquiry.Say("版本", "Version"), inquiry.Say("文件", "File"), inquiry.Say("字节", "Bytes"), "SHA-256"],
            new[] { (IReadOnlyList<string>)[$"{head.Stream}", $"{head.Version}", $"{file}", $"{bytes.Length}", sha256] }.ToAsyncEnumerable());
    }
}
