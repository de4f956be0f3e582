using System.Text;

namespace Township.Cli;

/// <summary>The parser's help on its way out. The library leaves some of its words in English; here they get their Chinese.</summary>
sealed class HelpWriter(Language language) : TextWriter
{
    static readonly (string English, string Chinese)[] Words =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
        ("[command]", "[命令]"), ("[options]", "[选项]"), ("(REQUIRED)", "（必填）  "), ("[default: ", "[默认值："), ("Show version information", "显示版本信息"),
    ];

    readonly StringBuilder _text = new();

    public override Encoding Encoding => Console.OutputEncoding;

    public override void Write(char value) => _text.Append(value);

    public override async ValueTask DisposeAsync()
    {
        foreach (var (english, chinese) in Words) _text.Replace(english, language.Say(chinese, english));
        await Channels.Current.Output.WriteAsync(Encoding.GetBytes(_text.ToString()));
        _text.Clear();
        await base.DisposeAsync();
    }
}
