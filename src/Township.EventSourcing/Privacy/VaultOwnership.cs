using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>The locations of a store and its vault, for messages; without passwords.</summary>
/// <param name="Store">The store.</param>
/// <param name="Vault">The vault.</param>
public sealed record VaultLocations(string Store, string Vault);

/// <summary>
/// Ensures that a vault keeps the keys of the history in a store. With another vault, or a new vault in place of a lost one, two secrets
/// would have the same number, and texts sealed with one of them could never be read.
/// </summary>
public static class VaultOwnership
{
    const string Adopt = "'township privacy adopt --reason \"…\" --by \"…\"'";

    /// <summary>Opens the vault of a store. Creates a vault only for a store without commits.</summary>
    /// <param name="store">The store.</param>
    /// <param name="locations">The locations of both.</param>
    /// <param name="open">Opens the vault; creates it if the argument is true. Returns null when there is none.</param>
    /// <param name="clock">The clock that dates the assignment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreOpenException">There is no vault, or it keeps the keys of another history. The message
    /// says what to do.</exception>
    public static async Task<IPersonalDataKeys> Open(
        IEventReader store, VaultLocations locations, Func<bool, Task<IPersonalDataKeys?>> open, TimeProvider clock,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(locations);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(clock);
        var (history, commits) = (await store.ReadHistory(cancellationToken), (await store.ReadLogHead(cancellationToken)).Position);
        var keys = await open(commits == 0) ?? throw NoVault(history, commits, locations);
        try
        {
            var kept = await HistoryOf(keys, cancellationToken);
            if (kept is null && commits == 0)
            {
                await keys.Adopt(VaultAdoption.OfNewStore(history, Micros.Truncate(clock.GetUtcNow())), cancellationToken);
                kept = await HistoryOf(keys, cancellationToken);
            }

            if (kept is not { } other) throw NoVault(history, commits, locations);
            return other == history ? keys : throw OfAnother(history, other, locations);
        }
        catch
        {
            await keys.DisposeAsync();
            throw;
        }
    }

    /// <summary>Checks that a store's texts are not opened with the keys of another history.</summary>
    /// <exception cref="StoreOpenException">The keys are of another history.</exception>
    public static async Task Check(
        IPersonalDataKeys keys, IEventReader store, VaultLocations locations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(locations);
        var history = await store.ReadHistory(cancellationToken);
        if (await HistoryOf(keys, cancellationToken) is { } other && other != history) throw OfAnother(history, other, locations);
    }

    /// <summary>
    /// Assigns a vault to a store whose own is lost, on record: a new vault, or an older copy of its own. Keys created from now on get
    /// numbers that do not occur in the history, so that no number is used twice for one person. Reads the whole history.
    /// </summary>
    /// <param name="keys">The vault.</param>
    /// <param name="store">The store.</param>
    /// <param name="locations">The locations of both.</param>
    /// <param name="by">The operator who decided it.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreOpenException">The vault keeps the keys of another history, or no number is left.</exception>
    /// <exception cref="StoreCorruptException">The history is damaged, so the numbers in use cannot be determined.</exception>
    /// <exception cref="StoreUnavailableException">The store or the vault is not available, or another process has adopted the vault at
    /// the same moment.</exception>
    public static async Task<VaultAdoption> TakeOver(
        IPersonalDataKeys keys, IEventReader store, VaultLocations locations, string by, string reason, DateTimeOffset at,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(store);
        await Check(keys, store, locations, cancellationToken);
        var highest = 0;
        await foreach (var commit in store.ReadAll(0, cancellationToken)) highest = Math.Max(highest, HighestNumberIn(commit));
        if (highest == int.MaxValue)
            throw new StoreOpenException(
                $"A text in {locations.Store} is sealed with key {highest}: there is no number beyond it. Verify the history first.");
        var adoption = new VaultAdoption(await store.ReadHistory(cancellationToken), highest + 1, by, reason, Micros.Truncate(at));
        return await keys.Adopt(adoption, cancellationToken) ? adoption : throw new StoreUnavailableException("Another process has assigned the vault to a store at the same moment; try again.") { Chinese = "同时有其他人为数据库启用了密钥库，请重试。" };
    }

    static int HighestNumberIn(RecordedCommit commit)
    {
        try
        {
            return new[] { commit.Content.CommandData, commit.Content.Facts, commit.Content.Events }
                .SelectMany(PersonalJson.SealedIn).SelectMany(text => text.Persons).Select(person => person.Key).DefaultIfEmpty().Max();
        }
        catch (JsonException e)
        {
            throw new StoreCorruptException($"Commit {commit.Position} cannot be read: {e.Message}", e, commit.Position);
        }
    }

    static async Task<HistoryId?> HistoryOf(IPersonalDataKeys keys, CancellationToken cancellationToken) =>
        await keys.Adoptions(cancellationToken) is [.., var last] ? last.History : null;

    static StoreOpenException NoVault(HistoryId history, long commits, VaultLocations locations) => new(
        $"{locations.Store} holds {commits} commits of history {history}, and {locations.Vault} is not the vault of its keys. Put the vault's backup there; if it is lost for good, "
        + $"{Adopt} makes a new one, and texts sealed until now stay sealed for ever (docs/privacy.md).")
    {
        Chinese = $"密钥库不属于这个数据库：数据库存有历史标识为 {history} 的 {commits} 次写入，而指定的密钥库中没有其密钥。"
            + "请放回密钥库的备份；如确已丢失，可用“township privacy adopt”启用新的密钥库，此前加密的内容将永远无法读取（参阅 docs/privacy.md）。",
    };

    static StoreOpenException OfAnother(HistoryId history, HistoryId other, VaultLocations locations) => new(
        $"{locations.Store} holds history {history}, and {locations.Vault} keeps the keys of history {other}. Put the right vault there, or configure its location; if it is lost for good, "
        + $"move this one away, and {Adopt} makes a new one (docs/privacy.md).")
    {
        Chinese = $"密钥库属于另一个数据库：数据库的历史标识为 {history}，密钥库的为 {other}。"
            + "请放回正确的密钥库或指明其位置；如确已丢失，请先移走现有的密钥库，再用“township privacy adopt”启用新的（参阅 docs/privacy.md）。",
    };
}
