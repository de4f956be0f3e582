using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Township.Cadres;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.EventSourcing.Sqlite;
using Township.Hearings;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Pledges;
using Township.Posts;
using Township.Promises;
using Township.Rosters;
using static Township.QueryScenes;

namespace Township;

/// <summary>Who may read what, asked through a silo: every aggregate, by everybody, in every way, is what the table in docs/security.md says.</summary>
[Collection(nameof(HostedTownship))]
public sealed class ReadingTests : IDisposable
{
    static readonly PageRequest All = new(500);
    static readonly string[] Listed = ["deduction", "disclosure", "hearing", "issue-report", "livelihood", "promise"];

    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    // Everybody who is asked about, as the columns of the table call them. Nobody here is concerned by anything.
    static IReadOnlyList<(string Column, Actor Actor)> Readers { get; } =
    [
        ("nobody signed in", Actor.Anonymous),
        ("another township's leader", new("c-017", "songfan", [.. RoleNames])),
        ("everybody", new("x-9", "huimin", [])),
        .. RoleNames.Select(role => (role, new Actor("x-9", "huimin", [role]))),
    ];

    static IEnumerable<string> RoleNames => typeof(Roles).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Everybody_may_read_what_the_table_says_and_is_told_the_true_reason_otherwise()
    {
        await using var township = await Started();
        var columns = Readers.Select(r => r.Column.Contains(' ', StringComparison.Ordinal) || r.Actor.Roles.Count == 0 ? r.Column : $"`{r.Column}`");
        var rows = new List<string> { Line(["what", .. columns, "whom it concerns"]) };
        foreach (var scene in ReadingScenes.All)
        {
            var cells = new List<string> { $"`{scene.Category}`{scene.Row[scene.Category.Length..]}" };
            foreach (var (_, actor) in Readers) cells.Add(await Letters(township, scene, actor));
            var concerned = new List<string>();
            foreach (var (name, actor) in scene.Concerned) concerned.Add($"{name} {await Letters(township, scene, actor)}");
            rows.Add(Line([.. cells, concerned.Count == 0 ? "–" : string.Join("; ", concerned)]));
        }

        // The last column says why, for people.
        var documented = File.ReadAllLines(Path.Combine(SourceTree.Root, "docs", "security.md"))
            .SkipWhile(l => !l.StartsWith("| what |", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|')).Where(l => !l.StartsWith("|-", StringComparison.Ordinal))
            .Select(l => Line(l.Trim('|').Split('|', StringSplitOptions.TrimEntries)[..^1]));
        documented.Should().Equal(rows, string.Join('\n', rows));
        ReadingScenes.All.Select(s => s.Category).Distinct().Should().Equal(TownshipAggregates.All.Select(a => a.Category), "every aggregate is asked for");
    }

    [Fact]
    public async Task A_citizen_gets_nothing_of_a_deduction_that_its_list_refuses()
    {
        await using var township = await Started();
        await township.Happened("deduction/songfan/promise.2026-03.1", Proposed("c-003"), new DeductionProposalEvent.Confirmed(1.5m, "c-001", new(2026, 4, 20), "属实"));
        var deduction = township.Grains.GetGrain<IDeductionProposalGrain>("songfan/promise.2026-03.1");
        foreach (var actor in (Actor[])[new("p-1", "songfan", [Roles.Citizen]), new("p-1", "songfan", []), new("c-003", "songfan", [Roles.Citizen]), new("c-004", "songfan", [Roles.Cadre])])
            using (CallerContext.Use(actor))
                foreach (var asked in Asked(deduction)) (await Refused(asked)).Should().Be((KernelRefusals.NotEntitledToRead with { InChinese = Roles.InChinese }).With("office, leader, auditor"), $"it was {actor}");
        using (CallerContext.Use(Actor.Anonymous))
            foreach (var asked in Asked(deduction)) (await Refused(asked)).Should().Be(KernelRefusals.NoCaller.With());

        using (CallerContext.Use(new("c-003", "songfan", [Roles.Cadre]))) (await deduction.View()).View.Reason.Should().Be(PersonalText.Clear("属实"));
    }

    [Fact]
    public async Task A_key_that_names_nothing_is_told_as_that_to_everybody()
    {
        await using var township = await Started();
        foreach (var (_, actor) in Readers)
        {
            using var _ = CallerContext.Use(actor);
            foreach (var asked in Asked(township.Grains.GetGrain<IDeductionProposalGrain>("huimin/nonsense"))) (await Refused(asked)).Should().Be(KernelRefusals.UnknownKey.With("huimin/nonsense"));
            (await Refused(() => township.Grains.GetGrain<IPromiseQueriesGrain>("no township").List(new(), All))).Should().Be(KernelRefusals.UnknownKey.With("no township"));
        }
    }

    [Fact]
    public async Task Who_was_the_superior_reads_the_pledge_no_longer_not_even_as_it_was_then()
    {
        await using var township = await Started();
        var pledge = township.Grains.GetGrain<IPledgeGrain>("huimin/c-017.2026-03");
        using (CallerContext.Use(new("c-002", "huimin", [Roles.Cadre]))) (await pledge.ViewAsOf(1)).Version.Should().Be(1);
        using (CallerContext.Use(new("c-001", "huimin", [Roles.Office])))
        {
            await Done(township.Grains.GetGrain<IPostGrain>("huimin/p-00").Execute(new PostCommand.Establish("镇长", "班子", PostLevel.TopLeader, ["全面工作"])));
            await Done(township.Grains.GetGrain<IRosterGrain>("huimin/cadres").Execute(new RosterCommand.Enter(["c-005"])));
            await Done(township.Grains.GetGrain<ICadreGrain>("huimin/c-005").Execute(new CadreCommand.Register("李强", "p-00", null, new(2026, 1, 5))));
            await Done(township.Grains.GetGrain<ICadreGrain>("huimin/c-017").Execute(new CadreCommand.AssignSuperior("c-005", new(2026, 3, 3))));
        }

        using (CallerContext.Use(new("c-002", "huimin", [Roles.Cadre]))) (await Refused(() => pledge.ViewAsOf(1))).Code.Should().Be("query.not-entitled");
        using (CallerContext.Use(new("c-005", "huimin", [Roles.Cadre]))) (await pledge.View()).Version.Should().Be(2);
    }

    static async Task Done(Task<Outcome> outcome) => (await outcome).Accepted.Should().BeTrue();

    static Func<Task>[] Asked(IDeductionProposalGrain deduction) =>
        [() => deduction.View(), () => deduction.ViewAsOf(1), async () => await deduction.History().CountAsync()];

    // V: view, A: as of version 1, H: history, L: in the list.
    static async Task<string> Letters(HostedTownship township, ReadingScene scene, Actor actor)
    {
        using var _ = CallerContext.Use(actor);
        var grain = new AskedGrain(township.Grains, scene.Category, scene.Key);
        var letters = new List<string>();
        if (await Allowed(grain.View)) letters.Add("V");
        if (await Allowed(() => grain.ViewAsOf(1))) letters.Add("A");
        if (await Allowed(grain.History)) letters.Add("H");
        if (Listed.Contains(scene.Category))
        {
            IEnumerable<string> listed = [];
            if (await Allowed(async () => listed = await List(township.Grains, scene.Category)) && listed.Contains(scene.Id)) letters.Add("L");
            letters.Contains("L").Should().Be(letters.Contains("V"), $"{scene.Row}: lists follow the same rule as the view, for {actor}");
        }

        return letters.Count == 0 ? "–" : string.Join(' ', letters);

        async Task<bool> Allowed(Func<Task> ask)
        {
            try
            {
                await ask();
                return true;
            }
            catch (QueryRefusedException e)
            {
                e.Refusal.Code.Should().Be(actor == Actor.Anonymous ? "query.no-caller" : actor.Township == "huimin" ? "query.not-entitled" : "query.not-your-township");
                return false;
            }
        }
    }

    static async Task<IEnumerable<string>> List(IGrainFactory grains, string category) => category switch
    {
        "deduction" => Ids(await grains.GetGrain<IDeductionProposalQueriesGrain>("huimin").List(new(), All)),
        "disclosure" => Ids(await grains.GetGrain<IDisclosureQueriesGrain>("huimin").List(new(), All)),
        "hearing" => Ids(await grains.GetGrain<IHearingQueriesGrain>("huimin").List(new(), All)),
        "issue-report" => Ids(await grains.GetGrain<IIssueReportQueriesGrain>("huimin").List(new(), All)),
        "livelihood" => Ids(await grains.GetGrain<ILivelihoodIssueQueriesGrain>("huimin").List(new(), All)),
        _ => Ids(await grains.GetGrain<IPromiseQueriesGrain>("huimin").List(new(), All)),
    };

    async Task<HostedTownship> Started()
    {
        var township = await HostedTownship.Start(options =>
        {
            options.Store.ConnectionString = $"Data Source={Path.Combine(_folder, "township.db")}";
            (options.Deadlines.Enabled, options.Reactions.Enabled) = (false, false);
        });
        var position = 0L;
        foreach (var commit in ReadingScenes.All.SelectMany(s => s.History)) position = await township.Services.Append(commit);
        await using ICheckpointStore<DbTransaction> checkpoints = new SqliteCheckpointStore(Path.Combine(_folder, "township-read-models.db"));
        foreach (var view in TownshipReadModels.All) await checkpoints.Reaches(view.Name, position);
        return township;
    }

    static async Task<Refusal> Refused(Func<Task> query) => (await query.Should().ThrowAsync<QueryRefusedException>()).Which.Refusal;

    static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Any aggregate's grain.</summary>
    sealed class AskedGrain
    {
        readonly object _grain;
        readonly Type _protocol;

        public AskedGrain(IGrainFactory grains, string category, string key)
        {
            // Of state, command, event and view.
            var types = TownshipAggregates.Find(category)!.GetType().GetGenericArguments();
            _protocol = typeof(IAggregateGrain<,>).MakeGenericType(types[1], types[3]);
            _grain = grains.GetGrain(typeof(IDeductionProposalGrain).Assembly.GetTypes().Single(t => t.IsInterface && t.IsAssignableTo(_protocol)), key);
        }

        public Task View() => (Task)Call("View")!;

        public Task ViewAsOf(long version) => (Task)Call("ViewAsOf", version)!;

        public async Task History() => await ((IAsyncEnumerable<HistoryEntry>)Call("History", 0L)!).CountAsync();

        object? Call(string name, params object[] arguments) => _protocol.GetMethod(name)!.Invoke(_grain, [.. arguments, CancellationToken.None]);
    }
}
