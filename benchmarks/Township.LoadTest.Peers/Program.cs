using Township.LoadTest.Peers;

// Started by `compare` of the load test, once for each system and phase.
return await PeerProgram.Run(args, async (system, work) => new LedgerPhases(await Start(system, work), work));

static async Task<IPeer> Start(string system, WorkOrder work) => system switch
{
    "raw-single" => await SingleInserts.Start(work),
    "akka" => AkkaPeer.Start(work),
    "journaled-log" => await JournaledPeer.Start(Journal.Log, work),
    "journaled-state" => await JournaledPeer.Start(Journal.State, work),
    "township-journaled" => await JournaledPeer.Start(Journal.Township, work),
    _ => throw new ArgumentException($"Unknown system '{system}'."),
};
