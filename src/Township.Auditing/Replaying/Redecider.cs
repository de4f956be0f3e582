namespace Township.Auditing;

/// <summary>What deciding a commit again came to.</summary>
/// <param name="Faults">Where rules and history part; empty when they agree.</param>
/// <param name="Upcast">Whether stored events of older schema versions were brought to the current one before comparing.</param>
public sealed record Redecision(IReadOnlyList<Fault> Faults, bool Upcast);

/// <summary>
/// Decides commits again: the stored command, on the state before it, with the captured inputs, at the recorded time,
/// must lead to exactly the stored events, byte for byte. Stateless and thread-safe.
/// </summary>
public static class Redecider
{
    /// <summary>Decides one commit again.</summary>
    /// <param name="type">The aggregate of its stream.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="commit">The commit; its parts must be readable.</param>
    public static Redecision Redecide(IAggregateType type, object before, RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(commit);
        var place = FaultPlace.Of(commit);
        try
        {
            var (expected, refusal) = type.Redecide(before, commit);
            if (refusal is not null) return Only(Refused(place, refusal, commit));
            var schemas = type.EventNames.ToDictionary(e => e.Name, e => e.Schema, StringComparer.Ordinal);
            var stored = commit.Events.Select(e => e.Schema < schemas.GetValueOrDefault(e.Name) ? type.ToCurrentSchema(e) : e).ToList();
            var policy = type.PolicyVersion(commit.Inputs);
            var faults = new List<Fault>();
            if (FirstDifference(commit, expected, stored) is { } difference) faults.Add(difference);
            if (policy != commit.Content.Rules.Policy) faults.Add(DecisionFaults.Policy.At(place, policy, commit.Content.Rules.Policy));
            return new(faults, !stored.SequenceEqual(commit.Events));
        }
        catch (UnknownMessageException unknown)
        {
            var known = string.Join(", ", type.CommandNames.Select(c => c.Name));
            return Only(DecisionFaults.UnknownCommand.At(place, known, $"{unknown.Name} ({unknown.Schema})"));
        }
        catch (MessageFormatException damaged)
        {
            return Only(DecisionFaults.CommandData.At(place, commit.Content.CommandName, damaged.InnerException?.Message ?? damaged.Message));
        }
        catch (Exception bug)
        {
            // Rules never throw on what was decided by them: a changed input, or a bug. Either way a finding about this commit.
            return Only(DecisionFaults.Failed.At(place, commit.Content.CommandName, bug.Message));
        }
    }

    static Redecision Only(Fault fault) => new([fault], Upcast: false);

    static Fault Refused(FaultPlace place, Refusal refusal, RecordedCommit commit)
    {
        var stored = commit.Content.Events;
        return DecisionFaults.Refused.At(place, refusal.Code, stored, refusal.English) with
        {
            Chinese = DecisionFaults.Refused.At(place, refusal.Code, stored, refusal.Chinese).Chinese,
        };
    }

    static Fault? FirstDifference(RecordedCommit commit, EquatableList<StoredMessage> expected, List<StoredMessage> stored)
    {
        for (var i = 0; i < Math.Max(expected.Count, stored.Count); i++)
        {
            var (should, does) = (expected.ElementAtOrDefault(i), stored.ElementAtOrDefault(i));
            if (should == does) continue;
            var place = FaultPlace.Of(commit) with { Version = commit.FirstVersion + i };
            return DecisionFaults.Differs.At(place, Show(should), Show(does));
        }

        return null;
    }

    static string Show(StoredMessage? e) => e is null ? "—" : $"{e.Name} ({e.Schema}) {e.Data}";
}
