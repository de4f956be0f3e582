namespace Township.Auditing;

/// <summary>The result of deciding a commit again.</summary>
/// <param name="Faults">The differences between rules and history; empty when they agree.</param>
/// <param name="Upcast">Whether stored events of older schema versions were brought to the current one before they were compared.</param>
public sealed record ReplayedDecision(IReadOnlyList<Fault> Faults, bool Upcast);

/// <summary>
/// Decides commits again: the stored command, on the state before it, with the rules of its time, the captured facts and the recorded time.
/// It must ask for exactly these facts and lead to exactly the stored events, byte for byte. Stateless and thread-safe.
/// </summary>
public static class Redecider
{
    /// <summary>Decides one commit again.</summary>
    /// <param name="type">The aggregate of its stream.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="commit">The commit; its parts must be readable.</param>
    public static ReplayedDecision Redecide(IAggregateType type, object before, RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(commit);
        var location = FaultLocation.Of(commit);
        try
        {
            var decided = type.Redecide(before, commit);
            List<Fault> faults =
            [
                .. decided.Missing.Select(
                    f => DecisionFaults.FactMissing.At(location, Show(f.Name, f.StreamFor(commit.Stream), f.IsGuarded), "—")),
                .. decided.Extra.Select(f => DecisionFaults.FactExtra.At(location, "—", Show(f.Name, f.Stream, f.Guarded))),
            ];
            if (faults.Count > 0) return new(faults, Upcast: false);
            if (decided.Refusal is { } refusal) return Only(Refused(location, refusal, commit));
            var schemas = type.EventNames.ToDictionary(e => e.Name, e => e.Schema, StringComparer.Ordinal);
            var stored = commit.Events.Select(e => e.Schema < schemas.GetValueOrDefault(e.Name) ? type.ToCurrentSchema(e) : e).ToList();
            if (FirstDifference(commit, decided.Events, stored) is { } difference) faults.Add(difference);
            if (decided.PolicyVersion != commit.Content.Rules.Policy)
                faults.Add(DecisionFaults.Policy.At(location, decided.PolicyVersion, commit.Content.Rules.Policy));
            return new(faults, !stored.SequenceEqual(commit.Events));
        }
        catch (UnknownMessageException unknown)
        {
            var known = string.Join(", ", type.CommandNames.Select(c => c.Name));
            return Only(DecisionFaults.UnknownCommand.At(location, known, $"{unknown.Name} ({unknown.Schema})"));
        }
        catch (UnknownRulesException unknown)
        {
            return Only(DecisionFaults.UnknownRules.At(location, unknown.Known, unknown.Rules));
        }
        catch (MessageFormatException damaged)
        {
            return Only(
                DecisionFaults.CommandData.At(location, commit.Content.CommandName, damaged.InnerException?.Message ?? damaged.Message));
        }
        catch (Exception bug)
        {
            // Rules do not throw on a command that they decided before: either a fact was changed or there is a bug. Both are
            // findings about this commit.
            return Only(DecisionFaults.Failed.At(location, commit.Content.CommandName, bug.Message));
        }
    }

    static ReplayedDecision Only(Fault fault) => new([fault], Upcast: false);

    static string Show(string name, StreamId stream, bool guarded) => guarded ? $"{name} ({stream}), guarded" : $"{name} ({stream})";

    static Fault Refused(FaultLocation location, Refusal refusal, RecordedCommit commit)
    {
        var stored = commit.Content.Events;
        return DecisionFaults.Refused.At(location, refusal.Code, stored, refusal.English) with
        {
            Chinese = DecisionFaults.Refused.At(location, refusal.Code, stored, refusal.Chinese).Chinese,
        };
    }

    static Fault? FirstDifference(RecordedCommit commit, EquatableList<StoredMessage> expected, List<StoredMessage> stored)
    {
        for (var i = 0; i < Math.Max(expected.Count, stored.Count); i++)
        {
            var (should, does) = (expected.ElementAtOrDefault(i), stored.ElementAtOrDefault(i));
            if (should == does) continue;
            var location = FaultLocation.Of(commit) with { Version = commit.FirstVersion + i };
            return DecisionFaults.Differs.At(location, Show(should), Show(does));
        }

        return null;
    }

    static string Show(StoredMessage? e) => e is null ? "—" : $"{e.Name} ({e.Schema}) {e.Data}";
}
