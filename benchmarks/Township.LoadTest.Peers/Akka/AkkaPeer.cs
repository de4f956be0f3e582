using Akka.Actor;
using Akka.Configuration;
using Npgsql;

namespace Township.LoadTest.Peers;

/// <summary>
/// Akka.Persistence.Sql. Settings that stand here were chosen by its documentation or, where that leaves it open, by
/// trying (benchmarks/README.md); everything else is as it comes.
/// </summary>
sealed class AkkaPeer : IPeer
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ActorSystem _system;

    AkkaPeer(ActorSystem system) => _system = system;

    public string Version { get; } = $"Akka.Persistence.Sql {Package.VersionOf("Akka.Persistence.Sql")}";

    public static AkkaPeer Start(WorkOrder work)
    {
        var connection = new NpgsqlConnectionStringBuilder(work.ConnectionString) { NoResetOnClose = true, MaxPoolSize = 20 };
        var settings = ConfigurationFactory.ParseString($$"""
            akka.loglevel = WARNING
            akka.actor {
              serializers.entered = "{{typeof(EnteredSerializer).AssemblyQualifiedName}}"
              serialization-bindings { "{{typeof(Entered).AssemblyQualifiedName}}" = entered }
            }
            akka.persistence.journal {
              plugin = "akka.persistence.journal.sql"
              sql {
                class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
                connection-string = "{{connection}}"
                provider-name = "PostgreSQL.15"
                auto-initialize = true
              }
            }
            """);
        return new(ActorSystem.Create("ledgers", settings));
    }

    public IPeerLedger[] Ledgers(string prefix, int count) => [.. Enumerable.Range(0, count).Select(n => new Ledger(_system, $"{prefix}-{n}"))];

    public async ValueTask DisposeAsync()
    {
        await _system.Terminate();
        _system.Dispose();
    }

    // The actor is started by its first message, as a shard or a parent would do.
    sealed class Ledger(ActorSystem system, string id) : IPeerLedger
    {
        readonly Lazy<IActorRef> _actor = new(() => system.ActorOf(Props.Create(() => new LedgerActor(id, TimeProvider.System)), id));

        public Task Enter(int number, string text) => _actor.Value.Ask<LedgerSum>(new Enter(number, text), Patience);

        public Task<LedgerSum> Look() => _actor.Value.Ask<LedgerSum>(Peers.Look.Instance, Patience);
    }
}
