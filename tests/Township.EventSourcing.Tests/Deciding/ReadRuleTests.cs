namespace Township.EventSourcing.Tests;

/// <summary>Rules of reading: nobody unless stated, the history never wider than the view.</summary>
public sealed class ReadRuleTests
{
    static readonly StreamId Stream = StreamId.Parse("paper/huimin/p-1");
    static readonly ReadPerson<Paper> Owner = new("owner", (paper, _) => paper.Owner, "cadre");
    static readonly ReadPerson<Paper> Superior = ReadPerson.Of<Paper, NextLink>("superior", _ => "l-1", link => link.Id);
    static readonly ReadCondition<Paper> Published = new("published", paper => paper.Published);

    sealed record Paper(string? Owner, bool Published);

    static Actor Person(string id, params string[] roles) => new(id, "huimin", [.. roles]);

    static Refusal? View(ReadRule<Paper> rule, Actor actor, Paper? paper = null, Paper? shown = null) =>
        rule.Refuse(ReadKind.View, paper ?? new("c-1", true), Stream, actor, shown: shown);

    [Fact]
    public void Nobody_may_read_unless_it_is_said()
    {
        var nobody = ReadRule.Of<Paper>();
        foreach (var kind in (ReadKind[])[ReadKind.View, ReadKind.History])
            nobody.Refuse(kind, new("c-1", true), Stream, Person("c-1", "office", "leader", "system")).Should().Be(KernelRefusals.NotEntitledToRead.With(""));
        nobody.InList("huimin", Person("c-1", "office")).Should().Be(((ListScope?)null, KernelRefusals.NotEntitledToRead.With("")));
        nobody.View("office").Refuse(ReadKind.History, new("c-1", true), Stream, Person("c-9", "office")).Should().NotBeNull();
    }

    [Fact]
    public void A_history_that_is_open_to_others_than_the_view_is_no_rule()
    {
        foreach (var build in (Func<ReadRule<Paper>>[])
        [
            () => ReadRule.Of<Paper>().History("office"),
            () => ReadRule.Of<Paper>().View("office").History("office", "leader"),
            () => ReadRule.Of<Paper>().ViewWhen(Published, "office").History("office"),
            () => ReadRule.Of<Paper>().ViewByTownship(Published).History("office"),
            () => ReadRule.Of<Paper>().ViewByAnyone(Published).HistoryBy(Owner),
            () => ReadRule.Of<Paper>().View("cadre").ViewBy(Superior).HistoryBy(new("owner", (_, _) => "c-1")),
        ])
            build.Should().Throw<InvalidOperationException>().WithMessage("Paper: * may not read the history without the view.");
        ReadRule.Of<Paper>().View("office").ViewBy(Owner).History("office").HistoryBy(Owner).Should().NotBeNull();
        ReadRule.Of<Paper>().View("cadre").HistoryBy(Owner).Should().NotBeNull("the owner is a cadre");
        ReadRule.Of<Paper>().ViewByTownship().History("office").HistoryBy(Owner).Should().NotBeNull();
    }

    [Fact]
    public void People_are_known_by_id_township_and_role()
    {
        var rule = ReadRule.Of<Paper>().View("office").ViewBy(Owner);
        View(rule, Person("c-1", "cadre")).Should().BeNull();
        View(rule, Person("c-1", "citizen")).Should().Be(KernelRefusals.NotEntitledToRead.With("office"));
        View(rule, Person("c-2", "cadre")).Should().Be(KernelRefusals.NotEntitledToRead.With("office"));
        View(rule, new("c-1", "songfan", ["cadre", "office"])).Should().Be(KernelRefusals.NotYourTownship.With("huimin"));
        View(rule, Actor.Anonymous).Should().Be(KernelRefusals.NoCaller.With());
        View(rule, Person("c-1", "cadre"), new(null, true)).Should().NotBeNull("nobody owns it");
    }

    [Fact]
    public void A_condition_holds_today_and_for_what_is_shown()
    {
        var (draft, published) = (new Paper("c-1", false), new Paper("c-1", true));
        var rule = ReadRule.Of<Paper>().View("office").ViewByAnyone(Published);
        View(rule, Actor.Anonymous, published).Should().BeNull();
        View(rule, Actor.Anonymous, draft, shown: published).Should().NotBeNull("it is judged by today");
        View(rule, Actor.Anonymous, published, shown: draft).Should().NotBeNull("it was not published then");
        View(rule, Person("c-9", "office"), draft, shown: draft).Should().BeNull();
    }

    [Fact]
    public void Where_the_state_is_not_known_roles_alone_admit()
    {
        var rule = ReadRule.Of<Paper>().View("office").ViewBy(Owner).ViewByTownship(Published);
        rule.Refuse(ReadKind.View, null, Stream, Person("c-9", "office")).Should().BeNull();
        rule.Refuse(ReadKind.View, null, Stream, Person("c-1", "cadre")).Should().NotBeNull();
    }

    [Fact]
    public void Another_aggregate_is_asked_for_those_whom_it_could_admit()
    {
        var rule = ReadRule.Of<Paper>().View("office").ViewBy(Superior);
        rule.Needs(ReadKind.View, Stream, Person("c-2")).Should().Equal(Fact<NextLink>.Of("l-1"));
        rule.Needs(ReadKind.View, Stream, new("c-2", "songfan", [])).Should().BeEmpty();
        rule.Needs(ReadKind.History, Stream, Person("c-2")).Should().BeEmpty();
        View(rule, Person("c-2")).Should().NotBeNull("nothing was read yet");
        var captured = new CapturedFact("link.next", 1, StreamId.Parse("link/huimin/l-1"), 1, false, JsonBytes.From("""{"id":"c-2"}"""));
        var facts = new FactPool([captured]).Gather(Stream, _ => [Fact<NextLink>.Of("l-1")]).Facts;
        rule.Refuse(ReadKind.View, new("c-1", true), Stream, Person("c-2"), facts).Should().BeNull();
        rule.Refuse(ReadKind.View, new("c-1", true), Stream, Person("c-3"), facts).Should().NotBeNull();
    }

    [Fact]
    public void Lists_show_everything_to_some_and_to_others_what_the_rule_names()
    {
        var rule = ReadRule.Of<Paper>().View("office").ViewBy(Owner).ViewBy(Superior).ViewByAnyone(Published);
        rule.InList("huimin", Person("c-9", "office", "cadre")).Scope.Should().Be(new ListScope("huimin", "c-9", null));
        rule.InList("huimin", Person("c-9", "cadre")).Scope.Should().Be(new ListScope("huimin", "c-9", ["owner", "published"]));
        rule.InList("huimin", Actor.Anonymous).Scope.Should().Be(new ListScope("huimin", "anonymous", ["published"]));
        rule.InList("no township", Person("c-9", "office")).Refusal.Should().Be(KernelRefusals.UnknownKey.With("no township"));
        ReadRule.Of<Paper>().View("office").InList("huimin", Person("c-9", "cadre")).Refusal.Should().Be(KernelRefusals.NotEntitledToRead.With("office"));
    }

    [Fact]
    public void An_id_that_can_be_none_is_told_as_that()
    {
        var rule = ReadRule.Of<Paper>(id => id == "main").ViewByAnyone();
        View(rule, Actor.Anonymous).Should().Be(KernelRefusals.UnknownKey.With("huimin/p-1"));
        rule.Refuse(ReadKind.View, new("c-1", true), StreamId.Parse("paper/huimin/main"), Actor.Anonymous).Should().BeNull();
    }
}
