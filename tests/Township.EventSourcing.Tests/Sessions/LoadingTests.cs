using static Township.EventSourcing.Tests.AccountCommand;

namespace Township.EventSourcing.Tests;

/// <summary>From history, snapshots and other processes back to a state.</summary>
public sealed class LoadingTests : IAsyncDisposable
{
    static readonly Account Expected = new Account.Active("张三", 6, 0);

    readonly MemorySnapshots _snapshots = new();
    readonly Bank _bank;

    public LoadingTests() => _bank = new(snapshots: _snapshots, options: new() { SnapshotEvery = 3 });

    [Fact]
    public async Task A_session_loads_what_another_one_stored()
    {
        await Play();
        var session = await _bank.Session();
        (session.State, session.Version).Should().Be((Expected, 5));
    }

    [Fact]
    public async Task A_state_as_of_a_version_is_exactly_that_one_also_in_the_middle_of_a_commit()
    {
        var session = await Play();
        var balances = new List<(string, long)>();
        for (var version = -1L; version <= 6; version++)
        {
            var (state, at) = await session.AsOf(version);
            balances.Add((state is Account.Active active ? $"{active.Balance}" : "-", at));
        }

        balances.Should().Equal(("-", 0), ("-", 0), ("0", 1), ("5", 2), ("0", 3), ("0", 4), ("6", 5), ("6", 5));
    }

    [Fact]
    public async Task A_snapshot_is_kept_every_few_events_and_used()
    {
        await Play();
        var kept = await _snapshots.NextSaved();
        kept.Version.Should().Be(4);

        // A state that no history leads to shows that the snapshot was used, and what follows it folded.
        _snapshots.Replace(With(kept, new Account.Active("张三", 100, 0)));
        (await _bank.Session()).State.Should().Be(new Account.Active("张三", 106, 0));
    }

    public static TheoryData<string> Unusable => ["other code", "other history", "later than the history", "damaged", "unreadable", "cannot be loaded"];

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task A_snapshot_that_no_longer_holds_is_ignored(string why)
    {
        await Play();
        var kept = With(await _snapshots.NextSaved(), new Account.Active("张三", 100, 0));
        _snapshots.Replace(why switch
        {
            "other code" => kept with { FoldVersion = "2" },
            "other history" => kept with { CommitHash = CommitHash.Zero },
            "later than the history" => kept with { Version = 9 },
            "damaged" => kept with { StateHash = CommitHash.Zero },
            "unreadable" => With(kept, JsonBytes.From("""{"$type":"active","unknown":1}""")),
            _ => kept,
        });
        if (why == "cannot be loaded") _snapshots.LoadFailure = new InvalidOperationException("The snapshot database is down.");

        var session = await _bank.Session();
        (session.State, session.Version).Should().Be((Expected, 5));
    }

    [Fact]
    public async Task A_snapshot_that_could_not_be_used_is_made_anew_after_loading()
    {
        await Play();
        _snapshots.Replace(await _snapshots.NextSaved() with { FoldVersion = "2" });

        var read = await _bank.Session();

        var made = await _snapshots.NextSaved();
        made.Should().Be(read.Suspend());
        _snapshots.Replace(With(made, new Account.Active("张三", 100, 0)));
        (await _bank.Session()).State.Should().Be(new Account.Active("张三", 100, 0));
    }

    [Fact]
    public async Task A_load_that_is_cut_off_goes_on_there_at_the_next_try()
    {
        await using (var before = new Bank(_bank.Memory))
        {
            var writer = await before.Session();
            await writer.Execute(new Open("张三"), Bank.Clerk);
            for (var n = 0; n < 399; n++) await writer.Execute(new Deposit(1), Bank.Clerk);
        }

        await using var bank = new Bank(_bank.Memory, snapshots: _snapshots, options: new() { SnapshotEvery = 1 });
        var (limit, tries) = (150, 0);
        AccountSession? session = null;
        while (session is null)
        {
            var read = 0;
            var store = _bank.Memory.Reading(commit => read++ < limit ? commit : throw new OperationCanceledException("the limit"));
            var trying = new AccountSession(Bank.Type, Bank.A, bank.Services with { Store = store });
            try
            {
                tries++;
                await trying.Load();
                session = trying;
            }
            catch (OperationCanceledException) when (tries < 10)
            {
                await _snapshots.NextSaved();
            }
        }

        (session.State, session.Version, tries).Should().Be((new Account.Active("张三", 399, 0), 400, 4));
    }

    [Fact]
    public async Task Snapshots_that_cannot_be_saved_disturb_nobody()
    {
        _snapshots.SaveFailure = new InvalidOperationException("The snapshot database is full.");
        var session = await Play();
        await _snapshots.NextSaved();
        (await session.Execute(new Deposit(1), Bank.Clerk)).Version.Should().Be(6);
    }

    [Fact]
    public async Task A_snapshot_never_hides_a_conflict()
    {
        await Play();
        await _snapshots.NextSaved();
        var (first, second) = (await _bank.Session(), await _bank.Session());
        await first.Execute(new Deposit(1), Bank.Clerk);
        await second.Execute(new Deposit(1), Bank.Clerk).Awaiting(e => e).Should().ThrowAsync<StreamConflictException>();
    }

    [Fact]
    public async Task No_snapshots_are_kept_when_none_are_wanted()
    {
        await using var bank = new Bank(snapshots: _snapshots, options: new() { SnapshotEvery = 0 });
        var session = await bank.Session();
        foreach (var command in Commands) await session.Execute(command, Bank.Clerk);
        (await bank.Session()).State.Should().Be(Expected);
        _snapshots.NextSaved().IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task A_suspended_session_continues_elsewhere_without_reading_the_history()
    {
        var suspended = With((await Play()).Suspend(), new Account.Active("张三", 100, 0));
        var loads = _snapshots.Loads;
        var resumed = _bank.NewSession();
        await resumed.Resume(suspended);

        (resumed.State, resumed.Version, _snapshots.Loads).Should().Be((new Account.Active("张三", 100, 0), 5, loads));
        (await resumed.Execute(new Deposit(1), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 6));
    }

    [Fact]
    public async Task A_session_resumed_after_the_stream_has_grown_folds_what_came_since()
    {
        var session = await Play();
        var suspended = With(session.Suspend(), new Account.Active("张三", 100, 0));
        await session.Execute(new Deposit(1), Bank.Clerk);
        var resumed = _bank.NewSession();
        await resumed.Resume(suspended);
        (resumed.State, resumed.Version).Should().Be((new Account.Active("张三", 101, 0), 6));
    }

    [Fact]
    public async Task A_session_suspended_by_another_build_or_damaged_or_empty_is_loaded_anew()
    {
        var empty = (await _bank.Session()).Suspend();
        var suspended = (await Play()).Suspend();
        foreach (var unusable in new[] { empty, suspended with { FoldVersion = "2" }, suspended with { StateHash = CommitHash.Zero } })
        {
            var resumed = _bank.NewSession();
            await resumed.Resume(unusable);
            (resumed.State, resumed.Version).Should().Be((Expected, 5));
        }
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "a byte", "*version 2 does not match its hash*changed*" },
        { "a hash", "*version 2 does not match its hash*changed*" },
        { "removed", "*version 1 is followed by version 3*" },
        { "cut", "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_history_that_was_changed_is_never_folded(string change, string message)
    {
        await Play();
        await _snapshots.NextSaved();
        var tampered = _bank.Memory.Reading(commit => (commit.FirstVersion, change) switch
        {
            (2, "a byte") => commit with { Content = commit.Content with { Events = JsonBytes.From(commit.Content.Events.ToString().Replace('5', '6')) } },
            (2, "a hash") => commit with { Hash = CommitHash.Zero },
            (2, "removed") => null,
            (5, "cut") => null,
            _ => commit,
        });
        var session = new AccountSession(Bank.Type, Bank.A, _bank.Services with { Store = tampered, Snapshots = NoSnapshots.Instance });

        // Only the store's log hash shows that the end is missing; a writer learns of it by a conflict.
        if (change == "cut")
        {
            await session.Load();
            await session.Execute(new Deposit(1), Bank.Clerk).Awaiting(e => e).Should().ThrowAsync<StreamConflictException>();
        }
        else
        {
            await session.Awaiting(s => s.Load()).Should().ThrowAsync<StoreCorruptException>().WithMessage(message);
        }
    }

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    static AccountCommand[] Commands => [new Open("张三"), new Deposit(5), new Withdraw(5), new Deposit(6)];

    async Task<AccountSession> Play()
    {
        var session = await _bank.Session();
        foreach (var command in Commands) await session.Execute(command, Bank.Clerk);
        return session;
    }

    static Snapshot With(Snapshot snapshot, Account state) => With(snapshot, Bank.Type.WriteState(state));

    static Snapshot With(Snapshot snapshot, JsonBytes state) =>
        snapshot with { State = state, StateHash = new(System.Security.Cryptography.SHA256.HashData(state.Span)) };
}
