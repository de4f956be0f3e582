using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Township.EventSourcing.Sqlite;

namespace Township.Silo.Tests;

/// <summary>
/// §7 on the sample's whole history: nobody's name stands in clear in any file, and when a person is erased, nothing that can still be read
/// names them.
/// </summary>
[Collection(nameof(PlayedSample))]
public sealed class ErasedSampleTests(PlayedSample sample)
{
    static readonly string[] Townships = ["huimin", "songfan"];

    static readonly Erasure Asked = new("c-013", "申请第7号", new(2026, 7, 6, 1, 0, 0, TimeSpan.Zero));

    sealed record Person(DataSubject Subject, string Name);

    [Fact]
    public async Task Nobody_s_name_stands_in_any_byte_of_any_file()
    {
        var people = await People();
        var files = Directory.GetFiles(Path.GetDirectoryName(sample.Store)!);
        files.Select(Path.GetFileName).Should().Contain(["township.db", "township-keys.db", "township-snapshots.db", "township-read-models.db"]);
        foreach (var file in files)
        {
            var bytes = await Bytes(file);
            people.Where(p => Forms(p.Name).Any(form => bytes.AsSpan().IndexOf(form) >= 0)).Should().BeEmpty($"{file} is searched");
        }

        // What is there is found.
        (await Bytes(sample.Store)).AsSpan().IndexOf(Forms("双色球").First()).Should().BePositive();
    }

    [Fact]
    public async Task When_everybody_was_erased_nothing_that_is_stored_can_be_opened_to_a_name()
    {
        var people = await People();
        using var folder = new TemporaryFolder();
        var keys = Path.Combine(folder.Path, "keys.db");
        await File.WriteAllBytesAsync(keys, await Bytes(Path.Combine(Path.GetDirectoryName(sample.Store)!, "township-keys.db")));
        await using var vault = new PersonalData(SqlitePersonalDataKeys.Open(keys, TimeProvider.System), TimeProvider.System, new());
        var before = await Readable(vault);
        people.Where(p => !before.Contains(p.Name)).Should().BeEmpty("with the keys everybody's name can be read");

        foreach (var township in Townships)
            foreach (var record in await vault.List(township).ToListAsync()) await vault.Erase(record.Subject, Asked);
        var after = await Readable(vault);
        people.Where(p => after.Contains(p.Name)).Should().BeEmpty();
        after.Should().Contain("\"erased\":true").And.NotContain("\"sealed\":").And.NotContain("\"text\":\"").And.Contain("双色球");
        var bytes = await Bytes(keys);
        people.Where(p => Forms(p.Name).Any(form => bytes.AsSpan().IndexOf(form) >= 0)).Should().BeEmpty();
    }

    [Fact]
    public async Task When_one_alone_was_erased_nothing_names_them_and_all_that_is_not_about_them_is_read_as_before()
    {
        var keys = await Keys();
        foreach (var township in Townships)
        {
            var texts = await Texts(township);
            var before = await Opened(new(keys, TimeProvider.System, new()), township, texts);
            before.Should().OnlyContain(t => t.State == PersonalTextState.Clear);
            foreach (var (subject, name) in (await People()).Where(p => p.Subject.Township == township))
            {
                var after = await Opened(new(new WithoutOne(keys, subject), TimeProvider.System, new()), township, texts);
                after.Should().Equal(texts.Zip(before, (text, clear) => text.Persons.Any(p => p.Id == subject.Subject) ? PersonalText.Erased(text.Persons.Select(p => p.Id)) : clear));
                after.Where(t => t.Text is { } text && Plain(text).Contains(name)).Should().BeEmpty($"{subject.Subject} was erased");
                after.Should().Contain(t => t.State == PersonalTextState.Erased);
            }
        }
    }

    static async Task<List<Person>> People()
    {
        var people = new List<Person>();
        foreach (var file in (string[])["huimin-pledges.json", "songfan-hearings.json"])
        {
            var scenario = await SampleScenario.Load(Path.Combine(AppContext.BaseDirectory, "samples", file), TestContext.Current.CancellationToken);
            people.AddRange(scenario.Cadres.Select(c => (c.Id, c.Name)).Concat(scenario.Supervisors.Select(s => (s.Id, s.Name)))
                .Concat(scenario.Citizens.Select(c => (c.Id, c.Name))).Select(p => new Person(new(scenario.Township, p.Id), p.Name)));
        }

        people.Should().HaveCountGreaterThan(130);
        return people;
    }

    /// <summary>All that can be read of the store with these keys, and what the tables of views and snapshots say.</summary>
    async Task<string> Readable(PersonalData vault)
    {
        var readable = new StringBuilder();
        foreach (var (township, json) in await Stored()) readable.Append((await vault.Open(json, township)).ToString()).Append('\n');
        foreach (var table in (string[])["township-read-models.db", "township-snapshots.db"])
            await foreach (var value in Values(Path.Combine(Path.GetDirectoryName(sample.Store)!, table)))
                readable.Append(IsState(value) ? await State(value) : value).Append('\n');
        return Plain(readable.ToString());

        // Of either township: people are told apart by it, and what is not theirs stays as it is.
        async Task<string> State(string value)
        {
            foreach (var township in Townships) value = (await vault.Open(JsonBytes.From(value), township)).ToString();
            return value;
        }
    }

    // Views keep folded states, with the texts as the history holds them.
    static bool IsState(string value) => value.StartsWith('{') && value.Contains("\"sealed\":", StringComparison.Ordinal);

    async Task<EquatableList<PersonalText>> Texts(string township) =>
        [.. (await Stored()).Where(s => s.Township == township).SelectMany(s => PersonalJson.SealedIn(s.Json)).Distinct()];

    async Task<IEnumerable<(string Township, JsonBytes Json)>> Stored() => (await Stores.Commits(sample.Store)).SelectMany(c => (JsonBytes[])
        [c.Content.CommandData, c.Content.Actor, c.Content.Facts, c.Content.Events, JsonBytes.From(JsonSerializer.Serialize(c.Stream.ToString(), SampleScenario.Json))],
        (c, json) => (c.Stream.Township, json));

    static async Task<EquatableList<PersonalText>> Opened(PersonalData vault, string township, EquatableList<PersonalText> texts)
    {
        var json = await vault.Open(new(JsonSerializer.SerializeToUtf8Bytes(texts, SampleScenario.Json)), township);
        return JsonSerializer.Deserialize<EquatableList<PersonalText>>(json.Span, SampleScenario.Json)!;
    }

    // Read once: each of many vaults is asked for all of them.
    async Task<GivenKeys> Keys()
    {
        await using var stored = SqlitePersonalDataKeys.OpenExisting(Path.Combine(Path.GetDirectoryName(sample.Store)!, "township-keys.db"), TimeProvider.System, readOnly: true);
        var keys = new Dictionary<(DataSubject, int), PersonalDataKey>();
        foreach (var township in Townships)
            await foreach (var record in stored.List(township)) keys.Add((record.Subject, record.Generation), (await stored.Find(record.Subject, record.Generation))!);
        return new(keys);
    }

    static async IAsyncEnumerable<string> Values(string file)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        var tables = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        foreach (var table in tables)
        {
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    yield return reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{reader.GetValue(i)}";
        }
    }

    // As UTF-8, as UTF-16, and as JSON that escapes.
    static IEnumerable<byte[]> Forms(string name) =>
    [
        Encoding.UTF8.GetBytes(name), Encoding.Unicode.GetBytes(name),
        Encoding.ASCII.GetBytes(string.Concat(name.Select(c => $"\\u{(int)c:x4}"))), Encoding.ASCII.GetBytes(string.Concat(name.Select(c => $"\\u{(int)c:X4}"))),
    ];

    // A name counts however it is spaced, wide or narrow.
    static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    static async Task<byte[]> Bytes(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    class GivenKeys(IReadOnlyDictionary<(DataSubject, int), PersonalDataKey> keys) : IPersonalDataKeys
    {
        public Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) =>
            Task.FromResult(keys.GetValueOrDefault((subject, generation)));

        public Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => default;

        public IReadOnlyDictionary<(DataSubject, int), PersonalDataKey> All => keys;
    }

    /// <summary>The keys that are left when a person was erased.</summary>
    sealed class WithoutOne(GivenKeys keys, DataSubject erased) : GivenKeys(keys.All)
    {
        public override Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) =>
            subject == erased ? Task.FromResult<PersonalDataKey?>(new(subject, generation, [])) : base.Find(subject, generation, cancellationToken);
    }
}
