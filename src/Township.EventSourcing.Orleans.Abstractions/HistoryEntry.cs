namespace Township.EventSourcing;

/// <summary>One commit of a stream's history, as clients and auditors read it.</summary>
/// <param name="Position">Its place in the store's global order.</param>
/// <param name="FirstVersion">The version of its first event.</param>
/// <param name="LastVersion">The version of its last event; resume after this one.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
/// <param name="Actor">Who acted.</param>
/// <param name="CommandId">The command that caused it.</param>
/// <param name="Command">The command as stored, its sealed texts opened or shown as erased.</param>
/// <param name="CorrelationId">Groups what one request caused.</param>
/// <param name="CausationId">What caused the command.</param>
/// <param name="RulesVersion">The version of the aggregate's rules.</param>
/// <param name="PolicyVersion">The policy in force; empty when none was needed.</param>
/// <param name="CalendarVersion">The work calendar in force.</param>
/// <param name="CodeVersion">The program that decided.</param>
/// <param name="Events">The events as stored, likewise.</param>
/// <param name="Hash">The stream's hash chain after it, over what is stored, as hexadecimal digits.</param>
[GenerateSerializer, Immutable, Alias("township.history-entry")]
public sealed record HistoryEntry(
    long Position, long FirstVersion, long LastVersion, DateTimeOffset DecidedAt, Actor Actor,
    Guid CommandId, HistoryMessage Command, string CorrelationId, string CausationId,
    int RulesVersion, string PolicyVersion, string CalendarVersion, string CodeVersion,
    EquatableList<HistoryMessage> Events, string Hash)
{
    /// <summary>A recorded commit as a history entry.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="command">Its command as the reader may see it: with texts about people opened.</param>
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
    /// <summary>A stored message for the wire.</summary>
    public static HistoryMessage Of(StoredMessage stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new(stored.Name, stored.Schema, stored.Data.ToString());
    }
}
