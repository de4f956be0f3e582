using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Timers;

namespace Township.EventSourcing;

/// <summary>Keeps the deadlines going by one reminder of the cluster.</summary>
[Alias("township.deadline-keeper")]
interface IDeadlineKeeper : IGrainWithStringKey
{
    /// <summary>Sees to it that there is the reminder.</summary>
    [Alias("begin")]
    Task Begin();
}

/// <summary>
/// The one reminder: every minute, whichever silos there are, it has the subscription of the deadlines run somewhere. Silos do so
/// themselves every two seconds; the reminder is there should none of them get to it.
/// </summary>
[GrainType("township-deadline-keeper")]
sealed class DeadlineKeeper(IServiceProvider services) : Grain, IDeadlineKeeper, IRemindable
{
    const string Reminder = "deadlines";

    static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    public Task Begin() => this.RegisterOrUpdateReminder(Reminder, Period, Period);

    // Not every silo of the cluster need know deadlines; another one does at the next tick, or looks after them itself.
    public Task ReceiveReminder(string reminderName, TickStatus status) => services.GetService<SubscriptionHost>()?.Keep(DeadlineProjection.Table) ?? Task.CompletedTask;
}

/// <summary>Makes the reminder when a silo starts, where the cluster has reminders.</summary>
sealed partial class DeadlineReminder(IServiceProvider services, IGrainFactory grains, IHostApplicationLifetime host, ILogger<DeadlineReminder> log) : ILifecycleParticipant<ISiloLifecycle>
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
            // The next silo that starts makes it; until then silos keep the deadlines going themselves.
            LogNoReminder(log, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The reminder of the deadlines could not be made: {Reason}")]
    static partial void LogNoReminder(ILogger log, string reason);
}
