using SQLitePCL;

namespace Township.EventSourcing.Sqlite;

/// <summary>The prepared statement that inserts a commit.</summary>
sealed class InsertCommit(Statement insert)
{
    public const string Sql = """
        INSERT INTO commits (position, stream_id, previous_version, version, command_id, command_name, command_schema,
            command_data, actor, correlation_id, causation_id, decided_at, rules_version, policy_version, calendar_version,
            code_version, facts, events, event_count, hash, log_hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
        """;

    /// <summary>Returns false when the stream already has the command id. The trigger has checked versions and positions before.</summary>
    public bool Try(long stream, RecordedCommit commit)
    {
        var content = commit.Content;
        insert
            .Bind(1, commit.Position).Bind(2, stream).Bind(3, commit.PreviousVersion).Bind(4, commit.LastVersion)
            .Bind(5, content.CommandId).Bind(6, content.CommandName).Bind(7, content.CommandSchema)
            .BindText(8, content.CommandData.Span).BindText(9, content.Actor.Span)
            .Bind(10, content.CorrelationId).Bind(11, content.CausationId).Bind(12, content.DecidedAtMicros)
            .Bind(13, content.Rules.Rules).Bind(14, content.Rules.Policy).Bind(15, content.Rules.Calendar).Bind(16, content.Rules.Code)
            .BindText(17, content.Facts.Span).BindText(18, content.Events.Span).Bind(19, content.EventCount)
            .BindBlob(20, commit.Hash.Span).BindBlob(21, commit.LogHash.Span);
        return insert.Execute(expectedCode: raw.SQLITE_CONSTRAINT_UNIQUE) == raw.SQLITE_DONE;
    }
}
