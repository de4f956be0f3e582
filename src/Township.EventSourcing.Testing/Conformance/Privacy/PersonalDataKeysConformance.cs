using Xunit;

namespace Township.EventSourcing.Testing;

/// <summary>
/// The behaviour of every vault of keys. Derive one class per vault; each test runs on an empty one. If the vault does not outlive its
/// process, <see cref="Another"/> returns the same instance.
/// </summary>
public abstract class PersonalDataKeysConformance : IAsyncLifetime
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    static readonly DataSubject Zhang = new("huimin", "c-017");
    static readonly Erasure Asked = new("c-002", "申请 7 号，个人信息保护法第四十七条", At);

    IPersonalDataKeys? _keys;

    /// <summary>The open vault.</summary>
    protected IPersonalDataKeys Keys => _keys ?? throw new InvalidOperationException("The vault is not open.");

    /// <summary>Opens the vault of this test: first an empty one, later the same data.</summary>
    protected abstract Task<IPersonalDataKeys> Open();

    /// <summary>Opens the same vault for another process while the first has it open.</summary>
    protected virtual Task<IPersonalDataKeys> Another() => Open();

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync() => _keys = await Open();

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        if (_keys is not null) await _keys.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_person_has_one_key_that_is_found_again()
    {
        var key = await Keys.Current(Zhang);
        Assert.Equal((Zhang, 1, false, PersonalDataKey.SecretLength), (key.Subject, key.Generation, key.IsErased, key.Secret.Length));
        IsSame(key, await Keys.Current(Zhang));
        IsSame(key, await Keys.Find(Zhang, 1));
        Assert.Null(await Keys.Find(Zhang, 2));
        Assert.Null(await Keys.Find(Zhang with { Subject = "c-018" }, 1));
    }

    [Fact]
    public async Task No_two_people_share_a_key()
    {
        DataSubject[] people = [
            Zhang, new("huimin", "c-017 "), new("huimin", "C-017"), new("qiaotou", "c-017"), new("huimin", "张三"),
            new("huimin", new string('长', 256))];
        var secrets = new HashSet<string>();
        foreach (var person in people) secrets.Add(Convert.ToHexString((await Keys.Current(person)).Secret));
        Assert.Equal(people.Length, secrets.Count);
    }

    [Fact]
    public async Task An_erased_key_is_gone_and_who_erased_it_stays()
    {
        await Keys.Current(Zhang);
        var other = await Keys.Current(Zhang with { Subject = "c-018" });
        Assert.True(await Keys.Erase(Zhang, Asked));
        var gone = await Keys.Find(Zhang, 1);
        Assert.Equal((1, true, 0), (gone!.Generation, gone.IsErased, gone.Secret.Length));
        IsSame(other, await Keys.Find(other.Subject, 1));
        var records = await Records("huimin");
        Assert.Equal([(Zhang, 1, Asked), (other.Subject, 1, null)], records.Select(r => (r.Subject, r.Generation, r.Erasure)));
    }

    [Fact]
    public async Task Erasing_again_or_nothing_changes_nothing()
    {
        Assert.False(await Keys.Erase(Zhang, Asked));
        Assert.Empty(await Records("huimin"));
        await Keys.Current(Zhang);
        Assert.True(await Keys.Erase(Zhang, Asked));
        Assert.False(await Keys.Erase(Zhang, Asked with { By = "c-003", At = At.AddDays(1) }));
        Assert.Equal(Asked, Assert.Single(await Records("huimin")).Erasure);
    }

    [Fact]
    public async Task After_an_erasure_the_next_generation_is_another_key()
    {
        var first = await Keys.Current(Zhang);
        await Keys.Erase(Zhang, Asked);
        var second = await Keys.Current(Zhang);
        Assert.Equal(2, second.Generation);
        Assert.False(first.Secret.SequenceEqual(second.Secret));
        Assert.True((await Keys.Find(Zhang, 1))!.IsErased);
        IsSame(second, await Keys.Find(Zhang, 2));
        await Keys.Erase(Zhang, Asked with { At = At.AddDays(1) });
        Assert.Equal(3, (await Keys.Current(Zhang)).Generation);
        Assert.Equal([Asked, Asked with { At = At.AddDays(1) }, null], (await Records("huimin")).Select(r => r.Erasure));
    }

    [Fact]
    public async Task Keys_and_erasures_outlive_the_process()
    {
        var key = await Keys.Current(Zhang);
        await Keys.Current(Zhang with { Subject = "c-018" });
        await Keys.Erase(Zhang with { Subject = "c-018" }, Asked);
        await using (var another = await Another()) IsSame(key, await another.Current(Zhang));
        await Keys.DisposeAsync();
        _keys = await Open();
        IsSame(key, await Keys.Find(Zhang, 1));
        Assert.True((await Keys.Find(Zhang with { Subject = "c-018" }, 1))!.IsErased);
    }

    [Fact]
    public async Task Rivals_that_make_a_key_at_once_get_one_key()
    {
        await using var rival = await Another();
        for (var person = 0; person < 20; person++)
        {
            var subject = new DataSubject("huimin", $"p-{person:000}");
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? Keys : rival).Current(subject))));
            Assert.All(keys, key => IsSame(keys[0], key));
            Assert.Equal(1, keys[0].Generation);
        }
    }

    [Fact]
    public async Task Of_rivals_that_erase_at_once_one_erases()
    {
        await using var rival = await Another();
        await Keys.Current(Zhang);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? Keys : rival).Erase(Zhang, Asked with { By = $"c-{i}" }))));
        Assert.Single(answers, erased => erased);
        Assert.True((await rival.Find(Zhang, 1))!.IsErased);
        Assert.Single(await Records("huimin"));
    }

    [Fact]
    public async Task Making_and_erasing_at_once_never_leaves_two_keys_in_use()
    {
        await using var rival = await Another();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            if (i % 4 == 0) await rival.Erase(Zhang, Asked);
            else await UntilMade(i % 2 == 0 ? Keys : rival);
        })));
        var records = await Records("huimin");
        Assert.Equal(Enumerable.Range(1, records.Count), records.Select(r => r.Generation));
        Assert.All(records.SkipLast(1), r => Assert.NotNull(r.Erasure));

        static async Task UntilMade(IPersonalDataKeys keys)
        {
            for (; ; )
            {
                try
                {
                    await keys.Current(Zhang);
                    return;
                }
                catch (StoreUnavailableException)
                {
                    // The key was erased while it was created.
                }
            }
        }
    }

    [Fact]
    public async Task Lists_are_of_one_township_and_in_order()
    {
        foreach (var id in (string[])["c-2", "c-10", "张三", "C-1"]) await Keys.Current(new("huimin", id));
        await Keys.Current(new("qiaotou", "c-1"));
        Assert.Equal(["C-1", "c-10", "c-2", "张三"], (await Records("huimin")).Select(r => r.Subject.Subject));
        Assert.Equal("qiaotou", Assert.Single(await Records("qiaotou")).Subject.Township);
        Assert.Empty(await Records("nowhere"));
    }

    [Fact]
    public async Task A_vault_belongs_to_the_first_history_that_it_is_given_to()
    {
        Assert.Empty(await Keys.Adoptions());
        var (first, again, other) = (Adoption(History, 1), Adoption(History, 7), Adoption(HistoryId.New(), 1));
        Assert.True(await Keys.Adopt(first));
        Assert.False(await Keys.Adopt(other));
        Assert.True(await Keys.Adopt(again));
        Assert.Equal([first, again], await Keys.Adoptions());
        await Keys.DisposeAsync();
        _keys = await Open();
        Assert.False(await Keys.Adopt(other));
        Assert.Equal([first, again], await Keys.Adoptions());
    }

    [Fact]
    public async Task Keys_are_numbered_beyond_what_the_vault_was_told_of()
    {
        var kept = await Keys.Current(Zhang);
        await Keys.Adopt(Adoption(History, 7));
        IsSame(kept, await Keys.Current(Zhang));
        Assert.Equal(7, (await Keys.Current(Zhang with { Subject = "c-018" })).Generation);
        await Keys.Erase(Zhang, Asked);
        Assert.Equal(7, (await Keys.Current(Zhang)).Generation);
        await Keys.Erase(Zhang, Asked);
        Assert.Equal(8, (await Keys.Current(Zhang)).Generation);
        Assert.Null(await Keys.Find(Zhang, 2));
        Assert.Equal([1, 7, 8, 7], (await Records("huimin")).Select(r => r.Generation));
    }

    [Fact]
    public async Task Of_rivals_that_give_it_away_at_once_one_gets_it()
    {
        await using var rival = await Another();
        var histories = Enumerable.Range(0, 8).Select(_ => HistoryId.New()).ToList();
        var answers = await Task.WhenAll(histories.Select((h, i) => Task.Run(() => (i % 2 == 0 ? Keys : rival).Adopt(Adoption(h, 1)))));
        Assert.Single(answers, given => given);
        Assert.Equal(histories[Array.IndexOf(answers, true)], Assert.Single(await Keys.Adoptions()).History);
    }

    static readonly HistoryId History = HistoryId.New();

    static VaultAdoption Adoption(HistoryId history, int first) => new(history, first, "王主任", "原密钥库已毁", At);

    static void IsSame(PersonalDataKey expected, PersonalDataKey? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(
            (expected.Subject, expected.Generation, Convert.ToHexString(expected.Secret)),
            (actual.Subject, actual.Generation, Convert.ToHexString(actual.Secret)));
    }

    async Task<List<PersonalDataRecord>> Records(string township)
    {
        var records = new List<PersonalDataRecord>();
        await foreach (var record in Keys.List(township)) records.Add(record);
        return records;
    }
}
