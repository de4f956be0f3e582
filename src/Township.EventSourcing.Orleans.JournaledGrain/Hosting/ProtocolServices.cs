using System.Globalization;
using Microsoft.Extensions.Logging;
using Orleans.EventSourcing;
using Orleans.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// The service that Orleans' JournaledGrain requires. Orleans' own providers register an internal implementation; this one is used when
/// none of them is registered.
/// </summary>
sealed partial class ProtocolServices(IGrainContext grain, DeepCopier copier, string clusterId, ILogger<ProtocolServices> log)
    : ILogConsistencyProtocolServices
{
    public GrainId GrainId => grain.GrainId;

    public string MyClusterId => clusterId;

    public T DeepCopy<T>(T value) => copier.Copy(value)!;

    public void ProtocolError(string msg, bool throwexception)
    {
        LogProtocolError(log, GrainId, msg);
        if (throwexception) throw new OrleansException($"{msg} (grain={GrainId}, cluster={clusterId})");
    }

    public void CaughtException(string where, Exception e) => LogCaught(log, e, GrainId, where);

    public void CaughtUserCodeException(string callback, string where, Exception e) =>
        LogCaughtInUserCode(log, e, GrainId, callback, where);

    public void Log(LogLevel level, string format, params object[] args)
    {
        if (!log.IsEnabled(level)) return;
        var message = string.Format(CultureInfo.InvariantCulture, format, args);
        LogMessage(log, level, GrainId, message);
    }

    [LoggerMessage(LogLevel.Error, "{Grain}: {Message}")]
    static partial void LogProtocolError(ILogger log, GrainId grain, string message);

    [LoggerMessage(LogLevel.Error, "{Grain}: exception caught at {Location}")]
    static partial void LogCaught(ILogger log, Exception failure, GrainId grain, string location);

    [LoggerMessage(LogLevel.Warning, "{Grain}: exception in the grain's {Callback}, called from {Location}")]
    static partial void LogCaughtInUserCode(ILogger log, Exception failure, GrainId grain, string callback, string location);

    [LoggerMessage("{Grain}: {Message}")]
    static partial void LogMessage(ILogger log, LogLevel level, GrainId grain, string message);
}
