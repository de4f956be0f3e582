using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Timers;

namespace Township.EventSourcing;

/// <summary>Keeps the subscription of the deadlines running with one reminder of the cluster.</summary>
[Alias("township.deadline-keeper")]
interface IDeadlineKeeper : IGrainWithStringKey
{
    /// <summary>Registers the reminder if it does not exist.</summary>
    [Alias("begin")]
    Task Begin();
}

/// <summary>
/// The reminder: every minute, whichever silos are up, it makes sure that the subscription of the deadlines runs somewhere. Silos do the
/// same every two seconds; the reminder covers the case that none of them does.
/// </summary>
[GrainType("township-deadline-keeper")]
sealed class DeadlineKeeper(IServiceProvider services) : Grain, IDeadlineKeeper, IRemindable
{
    const string Reminder = "deadlines";

    static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    public Task Begin() => this.RegisterOrUpdateReminder(Reminder, Period, Period);

    // A silo of the cluster need not know deadlines; the next tick may reach another silo, or a silo that knows them
    // starts the subscription itself.
    public Task ReceiveReminder(string reminderName, TickStatus status) =>
        services.GetService<SubscriptionHost>()?.Keep(DeadlineProjection.Table) ?? Task.CompletedTask;
}

/// <summary>Registers the reminder when a silo starts, if the cluster has reminders.</summary>
sealed partial class DeadlineReminder(
    IServiceProvider services, IGrainFactory grains, IHostApplicationLifetime host, ILogger<DeadlineReminder> log)
    : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle)
    {
        if (services.GetService<IReminderRegistry>() is null) return;
        lifecycle.Subscribe(nameof(DeadlineReminder), ServiceLifecycleStage.Active, cancellation =>
        {
            host.ApplicationStarted.Register(() => _ = Begin());
            return Task.CompletedTask;
        });
    }

    async Task Begin()
    {
        try
        {
            await grains.GetGrain<IDeadlineKeeper>(DeadlineProjection.Table).Begin();
        }
        catch (Exception e) when (!host.ApplicationStopping.IsCancellationRequested)
        {
            // The next silo that starts registers it; until then silos keep the subscription running themselves.
            LogNoReminder(log, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The reminder of the deadlines could not be registered; the next silo that starts tries again: "
        + "{Reason}")]
    static partial void LogNoReminder(ILogger log, string reason);
}
