using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class DeadlineConformance
{
    [Theory]
    [InlineData(CheckpointFault.Before)]
    [InlineData(CheckpointFault.LostAcknowledgement)]
    public async Task What_was_sent_and_not_noted_is_sent_again_under_the_same_id_and_carried_out_once(CheckpointFault fault)
    {
        foreach (var id in (string[])["a", "b", "c"]) await Plan(id, "overdue", 10);
        Clock.Now = Start.AddSeconds(10);
        await Project();
        // The rows stay as they are, so the dispatcher does not see what was carried out.
        var dispatcher = Dispatcher(() => Task.CompletedTask);
        Checkpoints.Next.Enqueue(CheckpointFault.None);
        Checkpoints.Next.Enqueue(fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => dispatcher.Work());
        await Dispatch(Dispatcher(() => Task.CompletedTask));
        await Dispatch();
        Assert.Equal(["a.overdue", "b.overdue", "c.overdue"], (await Marked()).Order(StringComparer.Ordinal));
        if (fault == CheckpointFault.Before) Assert.Equal(3, Sender.Sent.Count(s => s.Outcome!.Kind == OutcomeKind.Repeated));
        Assert.Equal(3, Sender.Sent.Select(s => s.Id).Distinct().Count());
        Assert.Empty(await Rows());
    }

    [Fact]
    public async Task Whoever_is_deposed_sends_nothing_and_notes_nothing_any_more()
    {
        await Plan("a", "overdue", 10);
        await Project();
        var old = Dispatcher();
        await TakeRows("second");
        Clock.Now = Start.AddSeconds(10);
        await Assert.ThrowsAsync<SubscriptionDeposedException>(() => old.Work());
        Assert.Empty(Sender.Sent);
        await Dispatch();
        Assert.Equal(["a.overdue"], await Marked());
    }

    [Fact]
    public async Task Deposed_while_its_commands_are_on_their_way_it_leaves_them_to_the_next_owner()
    {
        foreach (var id in (string[])["a", "b", "c"]) await Plan(id, "overdue", 10);
        await Project();
        Clock.Now = Start.AddSeconds(10);
        var old = Dispatcher(() => Task.CompletedTask);
        var taken = new Lazy<Task>(() => TakeRows("second"));
        Sender.After = _ => taken.Value;
        await Assert.ThrowsAsync<SubscriptionDeposedException>(() => old.Work());
        Sender.After = _ => Task.CompletedTask;
        await Dispatch();
        Assert.Equal(["a.overdue", "b.overdue", "c.overdue"], (await Marked()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rivals_who_both_believe_to_own_it_carry_out_each_once()
    {
        for (var n = 0; n < 20; n++) await Plan($"s-{n}", "overdue", n);
        await Project();
        Clock.Now = Start.AddMinutes(1);
        var rival = Dispatcher(() => Task.CompletedTask);
        // Both read the due rows before either sends, so the second one sends the same commands again.
        var (looked, go) = (0, new TaskCompletionSource());
        Sender.Before = _ =>
        {
            if (Interlocked.Increment(ref looked) == 2 * Options.BatchSize) go.SetResult();
            return go.Task;
        };
        await Task.WhenAll(Task.Run(() => rival.Work()), Task.Run(() => Dispatcher(() => Task.CompletedTask).Work()));
        Sender.Before = _ => Task.CompletedTask;
        await Dispatch();
        var marked = await Marked();
        Assert.Equal(20, marked.Count);
        Assert.Equal(20, marked.Distinct().Count());
        Assert.True(Sender.Sent.Count > 20);
    }

    [Fact]
    public async Task Rows_made_anew_while_some_are_pending_lose_and_double_nothing()
    {
        await Plan("done", "overdue", 10);
        await Plan("refused", "overdue", 10);
        await Ask("refused", new ErrandCommand.Deliver("overdue"));
        await Plan("stuck", "poison", 10);
        await Plan("pending", "overdue", 100);
        Clock.Now = Start.AddSeconds(10);
        await Dispatch();
        var before = await Rows();

        await Checkpoints.Change(DeadlineProjection.Table, r => r.Rebuild(Clock.Now));
        await TakeRows("rebuilding");
        await Dispatch();
        Assert.Equal(2, (await Checkpoints.Find(DeadlineProjection.Table))!.Live!.Number);
        var fresh = await Rows();
        // The results were found out again, and nothing else has changed.
        Assert.Equal(before, fresh.Select(row =>
            row with
            {
                TriedAt = before.Single(b => b.Stream == row.Stream).TriedAt,
                TryAt = before.Single(b => b.Stream == row.Stream).TryAt
            }));
        Clock.Now = Start.AddSeconds(100);
        await Dispatch();
        Assert.Equal(["done.overdue", "pending.overdue"], await Marked());
    }

    [Fact]
    public async Task Rows_of_another_version_are_left_to_its_owner()
    {
        await Plan("a", "overdue", 10);
        await Project();
        Clock.Now = Start.AddSeconds(10);
        await Checkpoints.Change(DeadlineProjection.Table, r => r.Take(2, "newer code", Clock.Now));
        await Dispatch();
        Assert.Equal(["a.overdue"], await Marked());
        await Checkpoints.Change(DeadlineProjection.Table, (_, r) =>
        {
            var lease = r.LeaseOf(2);
            return Task.FromResult(r.Begin(lease, 2, ["deadlines"])
                .Advance(lease, 2, new(0, CommitHash.Zero), r.Live!.Checkpoint, Clock.Now).Publish(lease, 2));
        });
        await Assert.ThrowsAsync<SubscriptionSupersededException>(() => Dispatcher(() => Task.CompletedTask).Work());
    }
}
