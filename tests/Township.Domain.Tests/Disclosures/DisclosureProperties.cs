using CsCheck;
using static Township.Disclosures.DisclosureCommand;
using static Township.Disclosures.DisclosureEvent;

namespace Township.Disclosures;

public sealed class DisclosureProperties
{
    static readonly DateTimeOffset Start = LocalTime.StartOf(new(2026, 3, 2)).AddHours(9);
    static readonly Gen<string> Words = Gen.OneOf("甲", "乙", "丙");
    static readonly Gen<Channel> Channels = Gen.OneOf(Channel.Broadcast, Channel.NoticeBoard, Channel.Web);
    static readonly Gen<DateTimeOffset> Moments = Gen.Int[-48, 200].Select(h => Start.AddHours(h));

    internal static readonly Gen<DisclosureCommand> Commands = Gen.Frequency(
        (3, Gen.Select(Gen.OneOf(DisclosureKind.FinancialReport, DisclosureKind.HearingNotice, DisclosureKind.Ranking), Words, Gen.OneOf(0, 7),
            (kind, text, days) => (DisclosureCommand)new Draft(kind, new("hearing/huimin/2026-01", 1, []), DisclosureAudience.Public, DisclosureForm.FullText, "公告", text, days == 0 ? null : days))),
        (4, Words.Select(text => (DisclosureCommand)new Review(text))),
        (4, Gen.Const((DisclosureCommand)new Approve())),
        (2, Words.Select(text => (DisclosureCommand)new SendBack(text))),
        (6, Gen.Select(Channels, Moments, Words, (channel, at, evidence) => (DisclosureCommand)new Publish(channel, at, evidence))),
        (2, Gen.Select(Words, Words, (text, reason) => (DisclosureCommand)new Correct("公告", text, reason))),
        (1, Words.Select(text => (DisclosureCommand)new Withdraw(text))));

    [Fact]
    public void Each_text_is_public_once_per_channel_after_it_was_there_and_a_financial_report_after_three_people() =>
        Gen.Select(Commands, Gen.Int[0, 30], Gen.OneOf("c-1", "c-2", "c-3")).Array[1, 40].Sample(history =>
        {
            var (spec, now, events) = (Specs.Disclosure, Start, new List<DisclosureEvent>());
            foreach (var (command, hours, who) in history)
            {
                now = now.AddHours(hours);
                spec = spec.At(now).By(who, Roles.Office, Roles.Leader).Tried(command, events, anew: command is Correct);
                Holds(spec.View, events, now);
                (Disclosure.PublicationsOf(spec.State)?.Publications ?? []).Should().Equal(
                    Enum.GetValues<Channel>().Select(spec.View.On).OfType<Publication>().Select(p => new ChannelPublication(p.Channel, p.At, p.Evidence)));
            }
        }, iter: 300);

    static void Holds(DisclosureView view, List<DisclosureEvent> events, DateTimeOffset now)
    {
        view.Publications.Should().Equal(events.OfType<Published>().Select(p => p.Publication));
        view.Publications.Select(p => (p.Channel, p.TextNumber)).Should().OnlyHaveUniqueItems();
        view.Publications.All(p => p.At <= now && p.At >= TextOf(events, p.TextNumber).At).Should().BeTrue();
        events.OfType<Corrected>().Select(c => c.TextNumber).Should().Equal(Enumerable.Range(2, events.OfType<Corrected>().Count()));
        if (view.Status is DisclosureStatus.Withdrawn) view.Publications.Should().NotContain(p => view.On(p.Channel) != null);
        if (view.Kind is not DisclosureKind.FinancialReport) return;
        if (view.Status is DisclosureStatus.Approved or DisclosureStatus.Published)
            new[] { view.DraftedBy, view.ReviewedBy, view.ApprovedBy }.Should().OnlyHaveUniqueItems().And.NotContainNulls();
        foreach (var published in events.OfType<Published>())
            events.Take(events.IndexOf(published)).Reverse().First(e => e is Approved or Corrected or Drafted or SentBack).Should().BeOfType<Approved>();
    }

    static (string By, DateTimeOffset At) TextOf(List<DisclosureEvent> events, int number) => number == 1
        ? (events.OfType<Drafted>().Single().By, events.OfType<Drafted>().Single().At)
        : events.OfType<Corrected>().Where(c => c.TextNumber == number).Select(c => (c.By, c.At)).Single();
}
