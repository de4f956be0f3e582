using Orleans.Placement;

namespace Township.EventSourcing;

/// <summary>Runs one version of a subscription in the cluster; the key is <c>name@version</c>.</summary>
[Alias("township.subscription")]
interface ISubscriptionGrain : IGrainWithStringKey
{
    /// <summary>Starts the subscription on this silo if it is not running.</summary>
    [Alias("keep")]
    Task Keep();
}

/// <summary>
/// Gives each version of a subscription one place in the cluster. This serves speed, not correctness: if there are two for a moment, the
/// epoch of the later one fences off the earlier one.
/// </summary>
/// <remarks>
/// Placed on the silo that calls it first. A silo calls only for versions that it knows, so each version runs where its code is.
/// </remarks>
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
            // Newer code has taken over permanently; this silo must not run its version again.
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
