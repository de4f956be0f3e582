using Township.Cadres;
using Township.Disclosures;
using Township.Hearings;
using Township.LoadTest.Work;
using Township.Posts;
using Township.Rosters;
using Township.Townships;
using static Township.Hearings.HearingCommand;
using static Township.LoadTest.Answers;

namespace Township.LoadTest.Hearings;

/// <summary>A hearing with many representatives, from its beginning to the open sitting, and its minutes written by many clients at once.</summary>
sealed class Minutes(IGrainFactory grains, ShiftedClock clock, string id, int representatives)
{
    /// <summary>How many issues it has, and how many questions are asked as the first entries of its minutes.</summary>
    public const int Issues = 5, Asked = 100;

    const string Township = "songfan", Chair = "c-001", Officer = "c-002";

    static readonly Actor Clerk = new("c-010", Township, [Roles.Office, Roles.Leader]);
    static readonly Actor Leader = new(Chair, Township, [Roles.Leader]);

    // Each words something else, as people do.
    static readonly LedgerText Words = new(240);

    readonly IHearingGrain _hearing = grains.GetGrain<IHearingGrain>($"{Township}/{id}");
    readonly string[] _people = [.. Enumerable.Range(0, representatives).Select(n => $"p-{n:000}")];

    public StreamId Stream => new("hearing", Township, id);

    /// <summary>Founds the township, once for all hearings.</summary>
    public static async Task Found(IGrainFactory grains)
    {
        using var _ = CallerContext.Use(Clerk);
        await Accepted(grains.GetGrain<ITownshipGrain>($"{Township}/{TownshipKey.Id}").Execute(new TownshipCommand.Found("宋畈乡", TownshipKind.Township)));
        await Accepted(grains.GetGrain<IPostGrain>($"{Township}/p-0").Execute(new PostCommand.Establish("党委书记", "党委", PostLevel.TopLeader, ["主持全面工作"])));
        await Accepted(grains.GetGrain<IPostGrain>($"{Township}/p-1").Execute(new PostCommand.Establish("副乡长", "政府", PostLevel.TeamMember, ["农业"])));
        await Accepted(grains.GetGrain<IRosterGrain>($"{Township}/{RosterKey.Id}").Execute(new RosterCommand.Enter([Chair, Officer])));
        await Accepted(grains.GetGrain<ICadreGrain>($"{Township}/{Chair}").Execute(new CadreCommand.Register("周一", "p-0", null, new(2025, 1, 6))));
        await Accepted(grains.GetGrain<ICadreGrain>($"{Township}/{Officer}").Execute(new CadreCommand.Register("吴二", "p-1", Chair, new(2025, 1, 6))));
    }

    /// <summary>Takes the hearing to its open sitting, with some questions asked. Nine days pass.</summary>
    public async Task Open()
    {
        using var _ = CallerContext.Use(Clerk);
        var opensAt = clock.GetUtcNow().AddDays(9);
        await Do(new Prepare("农田水利"));
        for (var n = 1; n <= Issues; n++) await Do(new AddIssue($"议题 {n}", []));
        await Do(new Arrange(opensAt, "乡政府礼堂", ["各村村民代表"], null));
        await Publish();
        await Do(new SetGroups([new("villagers", "村民代表", representatives, 0, 0)]));
        foreach (var person in _people) await Do(new SignUp(person, "villagers", "陈静"));
        foreach (var command in (HearingCommand[])[new CloseSignUp(), new ConfirmRepresentatives(), new AppointOfficer(Officer)]) await Do(command);
        clock.Forward(TimeSpan.FromDays(9));
        await Do(new RecordAttendance([.. _people, Officer]));
        using (CallerContext.Use(Leader)) await Do(new OpenSitting());
        for (var n = 0; n < Asked; n++) await Do(new Ask(_people[n % _people.Length], 1 + (n % Issues), Words.Of(n)));
    }

    /// <summary>Answers what was asked and ends the sitting.</summary>
    public async Task End()
    {
        using (CallerContext.Use(Clerk))
            for (var question = 1; question <= Asked; question++) await Do(new Explain(Officer, question, Words.Of(question)));
        using (CallerContext.Use(Leader)) await Do(new EndSitting());
    }

    /// <summary>Entries of all kinds, by the speakers themselves and for every fifth by a clerk.</summary>
    public Task<Sent> Write(int entries, int clients) => Senders.Run(entries, clients, null, Write);

    public async Task<Versioned<HearingView>> Look()
    {
        using var _ = CallerContext.Use(Clerk);
        return await _hearing.View();
    }

    async Task Write(int number)
    {
        var (person, issue) = (_people[number % _people.Length], 1 + (number % Issues));
        var text = PersonalText.About(number % 5 == 1 ? Officer : person, Words.Of(number));
        using var _ = CallerContext.Use(number % 5 == 1 ? Clerk : new(person, Township, [Roles.Citizen]));
        await Do((number % 5) switch
        {
            0 => new Ask(person, issue, text),
            1 => new Explain(Officer, 1 + (number / 5 % Asked), text),
            2 => new StateOpinion(person, issue, text),
            3 => new Suggest(person, issue, text),
            _ => new Discuss(person, issue, 1 + (number % Asked), text),
        });
    }

    async Task Publish()
    {
        var notice = grains.GetGrain<IDisclosureGrain>($"{Township}/notice-{id}");
        await Accepted(notice.Execute(new DisclosureCommand.Draft(
            DisclosureKind.HearingNotice, new(Stream.ToString(), 1, []), DisclosureAudience.Public, DisclosureForm.FullText, "听证会公告", "时间、地点、议题", null)));
        foreach (var channel in (Channel[])[Channel.Broadcast, Channel.NoticeBoard]) await Accepted(notice.Execute(new DisclosureCommand.Publish(channel, clock.GetUtcNow(), "照片")));
        await Do(new RecordNotice($"notice-{id}"));
    }

    Task Do(HearingCommand command) => Accepted(_hearing.Execute(command));
}
