using Orleans.Placement;

namespace Township.EventSourcing;

/// <summary>Where in the cluster a version of a subscription is run; the key is <c>name@version</c>.</summary>
[Alias("township.subscription")]
interface ISubscriptionGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that it is run here.</summary>
    [Alias("keep")]
    Task Keep();
}

/// <summary>
/// Gives a subscription its one place in the cluster. That there is only one is a matter of speed, not of correctness:
/// should there be two for a moment, the later one's epoch fences the earlier one off.
/// </summary>
/// <remarks>Placed where it is called first: a silo calls only for versions that it knows, so that each runs where its code is.</remarks>
[GrainType("township-subscription"), PreferLocalPlacement]
sealed class SubscriptionGrain(SubscriptionHost host) : Grain, ISubscriptionGrain
{
    SubscriptionRunner? _runner;
    bool _superseded;

    public async Task Keep()
    {
        if (_runner is { Completion.IsCompleted: true } ended)
        {
            _runner = null;
            await ended.DisposeAsync();
            // Newer code has taken over for good; this silo's code will not run again.
            _superseded = ended.Completion.Exception?.InnerException is SubscriptionSupersededException;
        }

        if (_superseded) return;
        _runner ??= host.Run(this.GetPrimaryKeyString());
        if (_runner is null) DeactivateOnIdle();
        else DelayDeactivation(TimeSpan.FromHours(1));
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_runner is { } runner) await runner.DisposeAsync();
    }
}
