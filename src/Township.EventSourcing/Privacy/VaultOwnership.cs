using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>Where a store and its vault are, for messages: without passwords.</summary>
/// <param name="Store">The store.</param>
/// <param name="Vault">The vault.</param>
public sealed record VaultLocations(string Store, string Vault);

/// <summary>
/// That a vault keeps the keys of the very history that a store holds. With another one, or with a new one in the place of one
/// that is lost, two secrets would bear one number, and what one of them has sealed nobody could ever read.
/// </summary>
public static class VaultOwnership
{
    const string Adopt = "'township privacy adopt --reason \"…\" --by \"…\"'";

    /// <summary>Opens the vault of a store. A new store is given a new vault; nothing is made for a store that has commits.</summary>
    /// <param name="store">The store.</param>
    /// <param name="locations">Where both are.</param>
    /// <param name="open">Opens the vault, making it if need be where it is given true; else null when there is none.</param>
    /// <param name="clock">Tells when it is given to the store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreOpenException">There is no vault, or it keeps the keys of another history. The message says what to do.</exception>
    public static async Task<IPersonalDataKeys> Open(
        IEventReader store, VaultLocations locations, Func<bool, Task<IPersonalDataKeys?>> open, TimeProvider clock, CancellationToken cancellationToken = default)
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

    /// <summary>Makes sure that keys with which a store's texts are opened are not those of another history.</summary>
    /// <exception cref="StoreOpenException">They are.</exception>
    public static async Task Check(IPersonalDataKeys keys, IEventReader store, VaultLocations locations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(locations);
        var history = await store.ReadHistory(cancellationToken);
        if (await HistoryOf(keys, cancellationToken) is { } other && other != history) throw OfAnother(history, other, locations);
    }

    /// <summary>
    /// Gives a vault to a store whose own is lost, on record: a new vault, or an older copy of its own. Keys made from now on have
    /// numbers that nothing in the history bears, so that no number is ever used twice for one person. Reads the whole history.
    /// </summary>
    /// <param name="keys">The vault.</param>
    /// <param name="store">The store.</param>
    /// <param name="locations">Where both are.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreOpenException">The vault keeps the keys of another history, or there is no number left.</exception>
    /// <exception cref="StoreCorruptException">The history is damaged: nobody can say which numbers it bears.</exception>
    /// <exception cref="StoreUnavailableException">Store or vault cannot be used now, or somebody else has adopted the vault at the same moment.</exception>
    public static async Task<VaultAdoption> TakeOver(
        IPersonalDataKeys keys, IEventReader store, VaultLocations locations, string by, string reason, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(store);
        await Check(keys, store, locations, cancellationToken);
        var highest = 0;
        await foreach (var commit in store.ReadAll(0, cancellationToken)) highest = Math.Max(highest, HighestNumberIn(commit));
        if (highest == int.MaxValue)
            throw new StoreOpenException($"A text in {locations.Store} is sealed with key {highest}: there is no number beyond it. Verify the history first.");
        var adoption = new VaultAdoption(await store.ReadHistory(cancellationToken), highest + 1, by, reason, Micros.Truncate(at));
        return await keys.Adopt(adoption, cancellationToken) ? adoption : throw new StoreUnavailableException("Somebody else has given the vault to a store at the same moment; ask again.") { Chinese = "同时有其他人为数据库启用了密钥库，请重试。" };
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
        $"{locations.Store} holds {commits} commits of history {history}, and {locations.Vault} is no vault of its keys. Put the vault's backup there; if it is lost for good, "
        + $"{Adopt} makes a new one, and texts sealed until now stay sealed for ever (docs/privacy.md).")
    {
        Chinese = $"密钥库不属于这个数据库：数据库存有历史标识为 {history} 的 {commits} 次写入，而指定的密钥库中没有其密钥。"
            + "请放回密钥库的备份；如确已丢失，可用“township privacy adopt”启用新的密钥库，此前加密的内容将永远无法读取（参阅 docs/privacy.md）。",
    };

    static StoreOpenException OfAnother(HistoryId history, HistoryId other, VaultLocations locations) => new(
        $"{locations.Store} holds history {history}, and {locations.Vault} keeps the keys of history {other}. Put the right vault there, or name its place; if it is lost for good, "
        + $"move this one away, and {Adopt} makes a new one (docs/privacy.md).")
    {
        Chinese = $"密钥库属于另一个数据库：数据库的历史标识为 {history}，密钥库的为 {other}。"
            + "请放回正确的密钥库或指明其位置；如确已丢失，请先移走现有的密钥库，再用“township privacy adopt”启用新的（参阅 docs/privacy.md）。",
    };
}
