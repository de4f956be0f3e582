namespace Township.EventSourcing;

/// <summary>
/// How a <see cref="SubscriptionRecord"/> may change: fencing, blue/green builds, skips. Pure, the same for every
/// database; a checkpoint store runs them on the locked record, in the transaction that changes the rows.
/// </summary>
public static class SubscriptionChanges
{
    /// <summary>Numbers a content: the next version, unless it has one.</summary>
    public static SubscriptionRecord WithContent(this SubscriptionRecord record, string content)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.VersionOf(content) is not null) return record;
        var last = record.Contents.Select(c => c.Version).Concat(record.Builds.Select(b => b.Version)).Concat(record.Owners.Select(o => o.Version)).DefaultIfEmpty().Max();
        return record with { Contents = record.Contents.Add(new(last + 1, content)) };
    }

    /// <summary>The version of a content; null when it has none yet.</summary>
    public static int? VersionOf(this SubscriptionRecord record, string content)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Contents.FirstOrDefault(c => c.Content == content)?.Version;
    }

    /// <summary>Makes a process the owner of a version. The previous owner can no longer write.</summary>
    /// <exception cref="SubscriptionSupersededException">The live build is of a newer version.</exception>
    public static SubscriptionRecord Take(this SubscriptionRecord record, int version, string owner, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        record.ThrowIfSuperseded(version);
        var taken = new SubscriptionOwner(version, record.EpochOf(version) + 1, owner, now);
        record = record with { Owners = [.. record.Owners.Where(o => o.Version != version), taken] };
        return record.Builds.Any(b => b.Version == version && b.State != BuildState.Retired) ? record : record.WithRequest(version, now);
    }

    /// <summary>The right of the newest owner of a version.</summary>
    public static SubscriptionLease LeaseOf(this SubscriptionRecord record, int version)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(record.Name, version, record.EpochOf(version));
    }

    /// <summary>Asks whether an owner still is one.</summary>
    /// <exception cref="SubscriptionDeposedException">Another owner has taken over.</exception>
    /// <exception cref="SubscriptionSupersededException">The live build is of a newer version.</exception>
    public static void Check(this SubscriptionRecord record, SubscriptionLease lease)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(lease);
        if (record.EpochOf(lease.Version) != lease.Epoch) throw new SubscriptionDeposedException(lease);
        record.ThrowIfSuperseded(lease.Version);
    }

    /// <summary>A requested build gets its tables.</summary>
    public static SubscriptionRecord Begin(this SubscriptionRecord record, SubscriptionLease lease, int number, EquatableList<string> tables)
    {
        record.Check(lease);
        record.Build(number, BuildState.Requested);
        return record.With(number, b => b with { State = BuildState.Building, Tables = tables, Failure = null });
    }

    /// <summary>A build has handled everything up to a position.</summary>
    /// <exception cref="SubscriptionChangedException">It does not stand where the owner believes: read the record again.</exception>
    public static SubscriptionRecord Advance(this SubscriptionRecord record, SubscriptionLease lease, int number, LogHead from, LogHead to, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(to);
        record.Check(lease);
        if (record.Build(number, BuildState.Building, BuildState.Live).Checkpoint != from) throw new SubscriptionChangedException();
        return record.With(number, b => b with { Position = to.Position, LogHash = to.LogHash.ToString(), MovedAt = now, Failure = null });
    }

    /// <summary>A build stops before a commit.</summary>
    public static SubscriptionRecord Fail(this SubscriptionRecord record, SubscriptionLease lease, int number, SubscriptionFailure failure)
    {
        record.Check(lease);
        record.Build(number, BuildState.Requested, BuildState.Building, BuildState.Live);
        return record.With(number, b => b with { Failure = failure });
    }

    /// <summary>A build that has caught up becomes the one that queries see.</summary>
    public static SubscriptionRecord Publish(this SubscriptionRecord record, SubscriptionLease lease, int number)
    {
        record.Check(lease);
        var build = record.Build(number, BuildState.Building);
        // Queries never go back in time.
        if (build.Position < (record.Live?.Position ?? 0)) throw new SubscriptionChangedException();
        return (record with { Builds = record.Builds.Replace(b => b.Number != number && b.Version <= build.Version, b => b with { State = BuildState.Retired }) })
            .With(number, b => b with { State = BuildState.Live });
    }

    /// <summary>The tables of a retired build are gone.</summary>
    public static SubscriptionRecord Drop(this SubscriptionRecord record, SubscriptionLease lease, int number)
    {
        record.Check(lease);
        record.Build(number, BuildState.Retired);
        return record with { Builds = [.. record.Builds.Where(b => b.Number != number)] };
    }

    /// <summary>Asks for a build from position 0 beside the live one. A build that is still catching up is given up for it.</summary>
    /// <exception cref="SubscriptionRequestException">Nobody has ever run the subscription.</exception>
    public static SubscriptionRecord Rebuild(this SubscriptionRecord record, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Builds is []) throw SubscriptionRequestException.Unknown(record.Name);
        var version = record.Builds.Max(b => b.Version);
        return (record with
        {
            Builds = record.Builds.Replace(b => b.Version == version && b.State is BuildState.Requested or BuildState.Building, b => b with { State = BuildState.Retired }),
        }).WithRequest(version, now);
    }

    /// <summary>Passes over the commit at which a subscription stopped; it goes on behind it.</summary>
    /// <exception cref="SubscriptionRequestException">It did not stop there, or skipping would not help.</exception>
    public static SubscriptionRecord Skip(this SubscriptionRecord record, long position, string reason, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Builds is []) throw SubscriptionRequestException.Unknown(record.Name);
        var stopped = record.Builds.Where(b => b.State != BuildState.Retired && b.Failure is { MayBeSkipped: true } f && f.Position == position).ToList();
        if (stopped is []) throw SubscriptionRequestException.NotStoppedAt(record.Name, position);
        var skips = stopped.Select(b => b.Version).Distinct().Select(version =>
            new SkippedCommit(version, position, stopped[0].Failure!.Stream, stopped[0].Failure!.Reason, reason, by, now));
        return record with
        {
            Builds = record.Builds.Replace(stopped.Contains, b => b with { Failure = null }),
            Skips = [.. record.Skips, .. skips],
        };
    }

    static SubscriptionRecord WithRequest(this SubscriptionRecord record, int version, DateTimeOffset now)
    {
        var number = record.LastBuild + 1;
        var request = new SubscriptionBuild(number, version, BuildState.Requested, 0, CommitHash.Zero.ToString(), [], now, now, null);
        return record with { LastBuild = number, Builds = record.Builds.Add(request) };
    }

    static SubscriptionRecord With(this SubscriptionRecord record, int number, Func<SubscriptionBuild, SubscriptionBuild> change) =>
        record with { Builds = record.Builds.Replace(b => b.Number == number, change) };

    static SubscriptionBuild Build(this SubscriptionRecord record, int number, params ReadOnlySpan<BuildState> states) =>
        record.Builds.FirstOrDefault(b => b.Number == number) is { } build && states.Contains(build.State) ? build : throw new SubscriptionChangedException();

    static long EpochOf(this SubscriptionRecord record, int version) => record.Owners.FirstOrDefault(o => o.Version == version)?.Epoch ?? 0;

    // Old code beside new rows, in a rolling upgrade or after a step back: it must not build the old rows again.
    static void ThrowIfSuperseded(this SubscriptionRecord record, int version)
    {
        if (record.Live is { } live && live.Version > version) throw new SubscriptionSupersededException(record.Name, version, live.Version);
    }
}
