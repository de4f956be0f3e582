using CsCheck;
using Township.Pledges;
using static Township.Huimin;
using static Township.Notices.NoticeCommand;

namespace Township.Notices;

public sealed class NoticeProperties
{
    static readonly Gen<string> Words = Gen.OneOf("甲", "乙");

    static readonly Gen<NoticeCommand> Commands = Gen.OneOf<NoticeCommand>(
        Gen.Select(Gen.OneOf(MeasureKind.Explain, MeasureKind.AdmonitionTalk, MeasureKind.Rectify), Words, Gen.Int[0, 80], (kind, grounds, days) =>
            (NoticeCommand)new Issue(kind, grounds, days < 20 ? null : new DateOnly(2026, 4, 1).AddDays(days))),
        Words.Select(text => (NoticeCommand)new Explain(text)),
        Gen.OneOf("", "已研究").Select(text => (NoticeCommand)new TakeEffect(text is "" ? null : text)),
        Words.Select(reason => (NoticeCommand)new Withdraw(reason)));

    static readonly Actor[] Anybody = [TheCadre, Leader, Leader, RelatedLeader, Office, Person("c-017", Roles.Leader)];

    [Fact]
    public void P5_A_retry_writes_nothing_nobody_judges_in_their_own_case_and_nothing_takes_effect_unheard() =>
        Gen.Select(Commands, Gen.Int[0, 3], Gen.Int[0, Anybody.Length - 1]).Array[1, 20].Sample(history =>
        {
            var (huimin, day) = (PledgeScenes.Unfulfilled(), new DateOnly(2026, 4, 1));
            foreach (var (command, days, who) in history)
            {
                day = day.AddDays(days);
                var before = huimin.NoticeView();
                huimin.On(day).By(command is Explain && who > 0 ? TheCadre : Anybody[who]);
                if (huimin.Notice(command).Refusal is null) huimin.Notice(command).Events.Should().BeEmpty();
                var view = huimin.NoticeView();
                new[] { view.IssuedBy, view.EffectBy, view.WithdrawnBy }.Should().NotContain(["c-017", "c-018", "c-010"]);
                (view.Measure == MeasureKind.Rectify).Should().Be(view.RectifyBy is not null);
                (view.EffectOn is null || (view.Explanation is null ? view.EffectOn > view.ExplainUntil!.On : view.Consideration is not null && view.ExplainedOn <= view.EffectOn)).Should().BeTrue();
                (view.ExplainedOn > view.ExplainUntil?.On).Should().BeFalse();
                if (before.Measure is not null) (view.Measure, view.Grounds, view.RectifyBy, view.IssuedBy, view.ExplainUntil).Should().Be((before.Measure, before.Grounds, before.RectifyBy, before.IssuedBy, before.ExplainUntil));
            }
        }, iter: 80);

    [Fact]
    public void Any_text_is_a_notice_id_or_not_and_never_an_error() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.String[0, 3], Gen.Int[-1, 200], (cadre, number) => $"{cadre}.2026-03.{number}"))
            .Sample(text => (NoticeId.Find(text) is not { } id || id.ToString() == text).Should().BeTrue());
}
