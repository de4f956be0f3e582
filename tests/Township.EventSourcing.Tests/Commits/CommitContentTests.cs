using System.Text.Json;

namespace Township.EventSourcing.Tests;

public sealed class CommitContentTests
{
    static readonly Guid Id = Guid.Parse("0190a5c2-7b3e-7c11-8f00-0123456789ab");
    static readonly StoredMessage Event = new("account.opened", 1, JsonBytes.From("""{"owner":"张三"}"""));

    [Fact]
    public void Payloads_come_back_byte_for_byte_whatever_their_white_space_and_escapes()
    {
        var odd = JsonBytes.From("{ \"owner\" :\t\"\\u5f20三\\/\" , \"owner\":1.500e0}");
        var fact = new CapturedFact("account.balance", 2, Bank.B, 7, true, JsonBytes.From(" [ 1 , null ] "));
        var commit = Record(Content([Event, new("a.b", 3, odd)], [fact]));

        commit.Events.Should().Equal(Event, new StoredMessage("a.b", 3, odd));
        commit.Facts.Single().Should().Be(fact with { Data = JsonBytes.From("[ 1 , null ]") });
        commit.Content.Events.ToString().Should().Be(
            """[{"name":"account.opened","schema":1,"data":{"owner":"张三"}},{"name":"a.b","schema":3,"data":""" + odd + "}]");
    }

    [Fact]
    public void The_actor_is_written_plainly_and_comes_back()
    {
        var actor = new Actor("张\"三\\", "huimin", ["office", "驻村"]);
        var content = Content([Event], caller: new(actor, "r"));
        content.Actor.ToString().Should().Be("""{"subject":"张\"三\\","township":"huimin","roles":["office","驻村"],"issuer":null,"keyId":null,"onBehalfOf":null}""");
        Record(content).Actor.Should().Be(actor);
    }

    [Fact]
    public void Without_another_cause_the_command_is_its_own()
    {
        Content([Event]).CausationId.Should().Be("0190a5c2-7b3e-7c11-8f00-0123456789ab");
        Content([Event], caller: Bank.Clerk with { CausationId = "reaction/7" }).CausationId.Should().Be("reaction/7");
    }

    [Fact]
    public void Versions_and_times_of_a_recorded_commit_follow_from_its_content()
    {
        var commit = Record(Content([Event, Event, Event]), version: 4);
        (commit.PreviousVersion, commit.FirstVersion, commit.LastVersion).Should().Be((4, 5, 7));
        commit.DecidedAt.Should().Be(Bank.Start);
        commit.StreamHead.Should().Be(new StreamHead(Bank.A, 7, commit.Hash));
    }

    [Fact]
    public void A_commit_without_events_is_refused() =>
        new Action(() => Content([])).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_commit_up_to_4_MiB_is_made_and_no_larger_one()
    {
        var room = CommitContent.MaxSize - Content([Sized(0)]).Size;
        Content([Sized(room)]).Size.Should().Be(4 * 1024 * 1024);
        new Action(() => Content([Sized(room + 1)])).Should().Throw<CommitTooLargeException>().Which.Size.Should().Be(4 * 1024 * 1024 + 1);

        static StoredMessage Sized(int length) => new("a.b", 1, JsonBytes.From('"' + new string('x', length) + '"'));
    }

    [Fact]
    public void A_commit_on_a_known_history_is_checked_once_when_it_is_made_and_every_other_one_when_it_is_stored()
    {
        var (head, content) = (new StreamHead(Bank.A, 0, CommitHash.Zero), Content([Event]));
        var unstorable = content with { CausationId = "\uD800" };
        new Action(() => Commit.After(head, unstorable)).Should().Throw<ArgumentException>();
        new Action(() => new Commit(Bank.A, ExpectedVersion.None, unstorable).ThrowIfNotStorable()).Should().Throw<ArgumentException>();

        var commit = Commit.After(head, content);
        commit.ThrowIfNotStorable();
        new Action(() => (commit with { Content = unstorable }).ThrowIfNotStorable()).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void The_same_command_is_the_one_with_the_same_id_name_schema_and_bytes()
    {
        var content = Content([Event]);
        var commit = Record(content);
        commit.IsOfCommand(content with { DecidedAtMicros = 1, Events = JsonBytes.From("[1]") }).Should().BeTrue();
        commit.IsOfCommand(content with { CommandId = Guid.Empty }).Should().BeFalse();
        commit.IsOfCommand(content with { CommandName = "account.close" }).Should().BeFalse();
        commit.IsOfCommand(content with { CommandSchema = 2 }).Should().BeFalse();
        commit.IsOfCommand(content with { CommandData = JsonBytes.From("{ }") }).Should().BeFalse();
    }

    [Fact]
    public void A_damaged_commit_can_still_be_shown_and_fails_only_when_its_parts_are_read()
    {
        var damaged = Record(Content([Event]) with { Events = JsonBytes.From("[{"), Actor = JsonBytes.From("{}"), Facts = JsonBytes.From("[{}]") });
        damaged.Content.Events.ToString().Should().Be("[{");
        new Action(() => _ = damaged.Events).Should().Throw<JsonException>();
        new Action(() => _ = damaged.Actor).Should().Throw<JsonException>();
        new Action(() => _ = damaged.Facts).Should().Throw<JsonException>();
    }

    static CommitContent Content(EquatableList<StoredMessage> events, EquatableList<CapturedFact>? facts = null, Caller? caller = null) =>
        CommitContent.From(new(Id, new("account.open", 1, JsonBytes.From("{}"))), caller ?? Bank.Clerk, Bank.Start, new(1, "", "cal-2026", "1"), facts ?? [], events);

    static RecordedCommit Record(CommitContent content, long version = 0) =>
        RecordedCommit.Following(new(0, CommitHash.Zero), new(Bank.A, version, CommitHash.Zero), content);
}
