using System.Runtime.CompilerServices;

namespace Township.Auditing;

/// <summary>Continues reading after rows that cannot be read.</summary>
static class TolerantReading
{
    /// <summary>
    /// Returns all commits that can be read. <paramref name="onDamage"/> is called for the others; a fault without a position ends the
    /// reading, because the next position is unknown.
    /// </summary>
    public static async IAsyncEnumerable<RecordedCommit> ReadAllReadable(
        this IEventReader reader, Action<StoreCorruptException> onDamage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            await using var commits = reader.ReadAll(after, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await commits.MoveNextAsync()) yield break;
                }
                catch (StoreCorruptException damage)
                {
                    onDamage(damage);
                    if (damage.Position is not { } position || position <= after) yield break;
                    after = position;
                    break;
                }

                after = Math.Max(after, commits.Current.Position);
                yield return commits.Current;
            }
        }
    }
}
