using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Township;

/// <summary>Checks the settings before anything starts. The message names the invalid setting on one line.</summary>
static class TownshipOptionsCheck
{
    public static void Validate(TownshipOptions options)
    {
        var faults = Faults(options).ToList();
        if (faults.Count > 0) throw new OptionsValidationException(TownshipOptions.Section, typeof(TownshipOptions), faults);
    }

    static IEnumerable<string> Faults(TownshipOptions options)
    {
        if (options.Store.Provider is not (StoreProviders.Sqlite or StoreProviders.Postgres or StoreProviders.Memory))
            yield return $"Township:Store:Provider is '{options.Store.Provider}'; use '{StoreProviders.Sqlite}', "
                + $"'{StoreProviders.Postgres}' or '{StoreProviders.Memory}'.";
        else if (options.Store.Provider == StoreProviders.Sqlite)
        {
            if (SqliteFault(options.Store.ConnectionString) is { } store) yield return $"Township:Store:ConnectionString {store}";
            if (options.Snapshots.ConnectionString is { } own && SqliteFault(own) is { } snapshots)
                yield return $"Township:Snapshots:ConnectionString {snapshots}";
        }

        else if (options.Store.Provider == StoreProviders.Postgres)
        {
            if (PostgresFault(options.Store.ConnectionString) is { } store) yield return $"Township:Store:ConnectionString {store}";
            if (options.Store.ReplicaConnectionString is { } own && PostgresFault(own) is { } replica)
                yield return $"Township:Store:ReplicaConnectionString {replica}";
            if (options.Store.Partitions is < 1 or > 1024) yield return "Township:Store:Partitions must be a number from 1 to 1024.";
            if (options.Snapshots.ConnectionString is not null)
                yield return "Township:Snapshots:ConnectionString is for SQLite; "
                    + "on PostgreSQL snapshots are stored where Township:Cluster:ConnectionString says.";
        }

        foreach (var fault in ClusterFaults(options)) yield return fault;
        if ((options.ReadModels.Enabled || options.KeepsCheckpoints) && ReadModelFault(options) is { } readModels) yield return readModels;
        if (options is { Deadlines.Enabled: true, SendsDeadlines: false })
            yield return "Township:Deadlines:Enabled is true, and beside a store in memory there is no checkpoint store; "
                + "set Township:ReadModels:Provider.";
        if (options is { Reactions.Enabled: true, Reacts: false })
            yield return "Township:Reactions:Enabled is true, and beside a store in memory there is no checkpoint store; "
                + "set Township:ReadModels:Provider.";
        foreach (var fault in KeyFaults(options)) yield return fault;
        if (options.ClockTolerance < TimeSpan.FromSeconds(1) || options.ClockTolerance > TimeSpan.FromHours(1))
            yield return "Township:ClockTolerance must be from 1 second to 1 hour.";
        if (options.Snapshots.Every < 0) yield return "Township:Snapshots:Every must not be negative.";
        if (options.GroupCommit.MaxBatchCommits < 1 || options.GroupCommit.MaxBatchBytes < 1 || options.GroupCommit.MaxQueuedCommits < 1
            || options.GroupCommit.MaxQueuedBytes < 1)
            yield return "Township:GroupCommit: batch and queue limits must be at least 1.";
        if (options.GroupCommit.AdmissionTimeout <= TimeSpan.Zero || options.GroupCommit.Retries < 0
            || options.GroupCommit.RetryDelay < TimeSpan.Zero || options.GroupCommit.RetryFor < TimeSpan.Zero)
            yield return "Township:GroupCommit: AdmissionTimeout must be positive, Retries, RetryFor and RetryDelay not negative.";
    }

    static IEnumerable<string> ClusterFaults(TownshipOptions options)
    {
        var cluster = options.Cluster;
        if (cluster.Kind is not (ClusterKinds.Localhost or ClusterKinds.AdoNet))
            yield return $"Township:Cluster is '{cluster.Kind}'; use '{ClusterKinds.Localhost}' or '{ClusterKinds.AdoNet}'.";
        if (cluster.Kind == ClusterKinds.AdoNet && options.Store.Provider != StoreProviders.Postgres)
            yield return $"Township:Cluster is '{ClusterKinds.AdoNet}', which needs a store that silos share: "
                + $"set Township:Store:Provider to '{StoreProviders.Postgres}', not '{options.Store.Provider}'.";
        if (cluster.ConnectionString is { } own && PostgresFault(own) is { } fault)
            yield return $"Township:Cluster:ConnectionString {fault}";
        if (string.IsNullOrWhiteSpace(cluster.ClusterId) || string.IsNullOrWhiteSpace(cluster.ServiceId))
            yield return "Township:Cluster: ClusterId and ServiceId must not be empty.";
        if (cluster.ProbeTimeout < TimeSpan.FromMilliseconds(100) || cluster.MissedProbes < 1)
            yield return "Township:Cluster: ProbeTimeout must be at least 0.1 s, MissedProbes at least 1.";
    }

    static IEnumerable<string> KeyFaults(TownshipOptions options)
    {
        var keys = options.PersonalData;
        if (PersonalDataHosting.ProviderOf(options) is var kind
            && kind is not (StoreProviders.Sqlite or StoreProviders.Postgres or StoreProviders.Memory))
            yield return $"Township:PersonalData:Provider is '{kind}'; use '{StoreProviders.Sqlite}', "
                + $"'{StoreProviders.Postgres}' or '{StoreProviders.Memory}'.";
        else if (kind == StoreProviders.Memory && options.Store.Provider != StoreProviders.Memory)
            yield return "Township:PersonalData:Provider is 'memory', but the store is not: "
                + "after a restart the sealed texts could not be read.";
        else if (kind != StoreProviders.Memory && kind != options.Store.Provider && keys.ConnectionString is null)
            yield return "Township:PersonalData:ConnectionString is not set; "
                + "it is required when keys have another provider than the store.";
        else if (kind == StoreProviders.Sqlite && options.Store.Provider == StoreProviders.Postgres
            && options.Cluster.Kind == ClusterKinds.AdoNet)
            yield return $"Township:PersonalData:Provider is '{StoreProviders.Sqlite}', a file of one machine; "
                + $"in a cluster use '{StoreProviders.Postgres}'.";
        else if (keys.ConnectionString is { } own && (kind == StoreProviders.Postgres ? PostgresFault(own) : SqliteFault(own)) is { } fault)
            yield return $"Township:PersonalData:ConnectionString {fault}";
        if (keys.KeysKept < TimeSpan.Zero || keys.KeysKept > TimeSpan.FromMinutes(10) || keys.KeysConfirmed < TimeSpan.Zero
            || keys.MaxKeysKept < 1)
            yield return "Township:PersonalData: KeysKept must be from 0 to 10 minutes, KeysConfirmed not negative, "
                + "MaxKeysKept at least 1.";
    }

    static string? ReadModelFault(TownshipOptions options) => (options.CheckpointProvider, options.ReadModels.ConnectionString) switch
    {
        (null, not null) =>
            "Township:ReadModels:Provider is not set, and read models are not kept in memory; "
                + $"use '{StoreProviders.Sqlite}' or '{StoreProviders.Postgres}'.",
        (not (StoreProviders.Sqlite or StoreProviders.Postgres), _) when options.ReadModels.Provider is not null =>
            $"Township:ReadModels:Provider is '{options.CheckpointProvider}'; use '{StoreProviders.Sqlite}' or '{StoreProviders.Postgres}'.",
        (var kind, null) when kind is not null && kind != options.Store.Provider =>
            "Township:ReadModels:ConnectionString is not set; it is required when read models have another provider than the store.",
        (StoreProviders.Postgres, { } own) when PostgresFault(own) is { } fault => $"Township:ReadModels:ConnectionString {fault}",
        (StoreProviders.Sqlite, { } own) when SqliteFault(own) is { } fault => $"Township:ReadModels:ConnectionString {fault}",
        _ => null,
    };

    // Does not show the connection string, because it may contain a password.
    static string? PostgresFault(string connectionString)
    {
        if (connectionString == StoreOptions.DefaultFile) return "is not set; use 'Host=…;Database=…;Username=…'.";
        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host) ? "has no Host." : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return $"is not a connection string: {e.Message}";
        }
    }

    static string? SqliteFault(string? connectionString)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(connectionString);
            return string.IsNullOrWhiteSpace(parts.DataSource) || parts.DataSource == ":memory:" || parts.Count > 1
                ? $"is '{connectionString}'; use 'Data Source=PATH'."
                : null;
        }
        catch (ArgumentException e)
        {
            return $"is not a connection string: {e.Message}";
        }
    }
}
