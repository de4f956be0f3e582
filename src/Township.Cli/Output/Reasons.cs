namespace Township.Cli;

/// <summary>Why something failed, in Chinese. Where there is only an English text it is quoted behind a Chinese one.</summary>
static class Reasons
{
    public static string InChinese(Exception e) => e switch
    {
        EventStoreException { Chinese: { } chinese } => chinese,
        FileExistsException exists => $"文件“{exists.Path}”已经存在。",
        UnauthorizedAccessException => "没有权限。",
        FileNotFoundException => "文件不存在。",
        DirectoryNotFoundException => "文件夹不存在。",
        _ => $"程序提示（英文）“{e.Message}”。",
    };
}
