using Township.LoadTest.Peers;

// Started by `compare` of the load test, once for each system and phase.
return await PeerProgram.Run(args, async (system, work) => new LedgerPhases(await Start(system, work), work), async (system, order, side) => await JournaledRival.Start(JournalOf(system), order, side));

static async Task<IPeer> Start(string system, WorkOrder work) => system switch
{
    "raw-single" => await SingleInserts.Start(work),
    "akka" => AkkaPeer.Start(work),
    _ => await JournaledPeer.Start(JournalOf(system), work),
};

static Journal JournalOf(string system) => system switch
{
    "journaled-log" => Journal.Log,
    "journaled-state" => Journal.State,
    "township-journaled" => Journal.Township,
    _ => throw new ArgumentException($"Unknown system '{system}'."),
};
