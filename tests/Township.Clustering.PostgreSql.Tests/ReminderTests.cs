namespace Township.Clustering.PostgreSql.Tests;

/// <summary>What Orleans' reminder service asks of its table.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    static readonly DateTime Start = new(2026, 11, 24, 1, 2, 3, DateTimeKind.Utc);

    PostgresDatabase _database = null!;
    Providers _providers = null!;

    IReminderTable Table => _providers.Reminders;

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        await ClusterSchema.Migrate(_database.ConnectionString);
        _providers = await Providers.Create(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _providers.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_reminder_is_read_back_as_it_was_written_last()
    {
        await Table.UpsertRow(Reminder("a", "wake", TimeSpan.FromMinutes(1)));
        await Table.UpsertRow(Reminder("a", "other", TimeSpan.FromMinutes(2)));
        var month = Reminder("a", "wake", TimeSpan.FromDays(30));
        month.ETag = await Table.UpsertRow(month);

        (await Table.ReadRow(month.GrainId, "wake")).Should().BeEquivalentTo(month);
        (await Table.ReadRows(month.GrainId)).Reminders.Select(r => r.ReminderName).Should().BeEquivalentTo("wake", "other");
        (await Table.ReadRow(month.GrainId, "none")).Should().BeNull();
    }

    [Fact]
    public async Task Every_part_of_the_ring_has_its_reminders_and_the_parts_have_all()
    {
        string[] names = [.. Enumerable.Range(0, 64).Select(n => $"g-{n}")];
        foreach (var name in names) await Table.UpsertRow(Reminder(name, "wake", TimeSpan.FromMinutes(1)));
        uint[] cuts = [0x1000_0000, 0x7fff_ffff, 0x8000_0001, 0xf000_0000];
        for (var i = 0; i < cuts.Length; i++)
        {
            var (begin, end) = (cuts[i], cuts[(i + 1) % cuts.Length]);
            var expected = names.Where(n => Hash(n) is var hash && (begin < end ? hash > begin && hash <= end : hash > begin || hash <= end));
            (await Names(begin, end)).Should().BeEquivalentTo(expected, "from {0:x} to {1:x}", begin, end);
        }

        (await Names(5, 5)).Should().BeEquivalentTo(names, "a range from a hash to itself is the whole ring");
    }

    [Fact]
    public async Task A_reminder_is_deleted_by_whoever_knows_its_version()
    {
        var reminder = Reminder("a", "wake", TimeSpan.FromMinutes(1));
        var old = await Table.UpsertRow(reminder);
        var now = await Table.UpsertRow(reminder);
        (await Table.RemoveRow(reminder.GrainId, "wake", old!)).Should().BeFalse();
        (await Table.RemoveRow(reminder.GrainId, "wake", now!)).Should().BeTrue();
        (await Table.ReadRow(reminder.GrainId, "wake")).Should().BeNull();
    }

    [Fact]
    public async Task All_of_them_can_be_cleared()
    {
        await Table.UpsertRow(Reminder("a", "wake", TimeSpan.FromMinutes(1)));
        await Table.TestOnlyClearTable();
        (await Table.ReadRows(Reminder("a", "wake", default).GrainId)).Reminders.Should().BeEmpty();
    }

    static ReminderEntry Reminder(string grain, string name, TimeSpan period) =>
        new() { GrainId = GrainId.Create("waker", grain), ReminderName = name, StartAt = Start, Period = period };

    static uint Hash(string grain) => GrainId.Create("waker", grain).GetUniformHashCode();

    async Task<IEnumerable<string>> Names(uint begin, uint end) => (await Table.ReadRows(begin, end)).Reminders.Select(r => r.GrainId.Key.ToString()!);
}
