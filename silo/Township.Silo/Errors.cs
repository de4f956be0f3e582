using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Township.Silo;

/// <summary>The exit codes of the silo.</summary>
static class ExitCodes
{
    public const int Fine = 0;
    public const int WrongSettings = 2;
    public const int StoreNotOpen = 3;
    public const int CannotStart = 4;
    public const int Interrupted = 130;
}

/// <summary>Tells an operator in one line why the silo does not start.</summary>
static class Errors
{
    public static async Task<int> InOneLine(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (Known(e) is { } known)
        {
            await Console.Error.WriteLineAsync($"township: {known.Line.ReplaceLineEndings(" ")}");
            return known.ExitCode;
        }
    }

    static (int ExitCode, string Line)? Known(Exception e) => e switch
    {
        OptionsValidationException options => (ExitCodes.WrongSettings, string.Join(" ", options.Failures)),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => (ExitCodes.WrongSettings, Innermost(e)),
        FormatException => (ExitCodes.WrongSettings, e.Message),
        SetupException => (ExitCodes.CannotStart, e.Message),
        OperationCanceledException => (ExitCodes.Interrupted, "Interrupted."),
        StoreOpenException or StoreCorruptException => (ExitCodes.StoreNotOpen, e.Message),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } or SocketException => (ExitCodes.CannotStart, e.Message),
        AggregateException { InnerExceptions: [var only] } => Known(only),
        { InnerException: { } inner } => Known(inner),
        _ => null,
    };

    static string Innermost(Exception e) => e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message;
}
