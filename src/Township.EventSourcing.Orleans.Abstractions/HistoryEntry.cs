namespace Township.EventSourcing;

/// <summary>One commit of a stream's history, as clients and auditors read it.</summary>
/// <param name="Position">Its position in the store's global order.</param>
/// <param name="FirstVersion">The version of its first event.</param>
/// <param name="LastVersion">The version of its last event; resume after this one.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
/// <param name="Actor">Who acted.</param>
/// <param name="CommandId">The command that caused it.</param>
/// <param name="Command">The command as stored, with its sealed texts opened or marked as erased.</param>
/// <param name="CorrelationId">Groups all commands that one request of a client caused.</param>
/// <param name="CausationId">What caused the command.</param>
/// <param name="RulesVersion">The version of the aggregate's rules.</param>
/// <param name="PolicyVersion">The version of the policy; empty when the decision used none.</param>
/// <param name="CalendarVersion">The version of the work calendar.</param>
/// <param name="CodeVersion">The version of the program that decided.</param>
/// <param name="Events">The events as stored, with their sealed texts opened or marked as erased.</param>
/// <param name="Hash">The stream's hash chain after it, computed over the stored bytes, as hexadecimal digits.</param>
[GenerateSerializer, Immutable, Alias("township.history-entry")]
public sealed record HistoryEntry(
    long Position, long FirstVersion, long LastVersion, DateTimeOffset DecidedAt, Actor Actor,
    Guid CommandId, HistoryMessage Command, string CorrelationId, string CausationId,
    int RulesVersion, string PolicyVersion, string CalendarVersion, string CodeVersion,
    EquatableList<HistoryMessage> Events, string Hash)
{
    /// <summary>Creates a history entry from a recorded commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="command">Its command as the reader may see it, with personal texts opened.</param>
    /// <param name="events">Its events, likewise.</param>
    public static HistoryEntry Of(RecordedCommit commit, StoredMessage command, EquatableList<StoredMessage> events)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return new(commit.Position, commit.FirstVersion, commit.LastVersion, commit.DecidedAt, commit.Actor,
            commit.Command.Id, HistoryMessage.Of(command), commit.Content.CorrelationId, commit.Content.CausationId,
            commit.Content.Rules.Rules, commit.Content.Rules.Policy, commit.Content.Rules.Calendar, commit.Content.Rules.Code,
            events.Select(HistoryMessage.Of).ToEquatableList(), commit.Hash.ToString());
    }
}

/// <summary>A stored event or command.</summary>
/// <param name="Name">The stable name.</param>
/// <param name="Schema">The schema version of the data.</param>
/// <param name="Json">The data.</param>
[GenerateSerializer, Immutable, Alias("township.history-message")]
public sealed record HistoryMessage(string Name, int Schema, string Json)
{
    /// <summary>Converts a stored message for the wire.</summary>
    public static HistoryMessage Of(StoredMessage stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new(stored.Name, stored.Schema, stored.Data.ToString());
    }
}
