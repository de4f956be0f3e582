// <snippet>
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Orleans;
using Township;
using Township.EventSourcing;

namespace Example.Bicycles;

/// <summary>Every post that is established gets a bicycle.</summary>
public sealed class BicyclesForPosts(IGrainFactory grains, IEventReader store) : CommandReaction(grains, store)
{
    public override string Name => "bicycles_for_posts";

    public override int Version => 1;

    public override EquatableList<string>? Categories => ["post"];

    protected override EquatableList<string> ActsAs => [Roles.Office];

    public override async Task React(IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken)
    {
        foreach (var commit in commits.Where(c => c.Events.Any(e => e.Name == "post.established")))
        {
            var grain = Grains.GetGrain<IBicycleGrain>(commit.Stream.Key);
            var outcome = await Send(commit, grain, new BicycleCommand.Register(commit.Stream.Id), number: 0, cancellationToken);
            if (!outcome.Accepted) throw new InvalidOperationException($"{commit.Stream} gets no bicycle: {outcome.Refusal}"); // Stops, visibly.
        }
    }
}
// </snippet>
