using System.Globalization;
using static Township.EventSourcing.Tests.AccountEvent;

namespace Township.EventSourcing.Tests;

public sealed class DecisionTests
{
    [Fact]
    public void One_event_several_events_nothing_and_refusals_are_decisions()
    {
        Decision<AccountEvent> one = new Opened("张三");
        Decision<AccountEvent> two = (AccountEvent[])[new Opened("张三"), new Deposited(1)];
        Decision<AccountEvent> refused = Account.TakenByOther.With("李四");
        Decision<AccountEvent> reason = Account.NotOpen;

        one.Events.Should().Equal(new Opened("张三"));
        two.Events.Should().Equal(new Opened("张三"), new Deposited(1));
        Decision<AccountEvent>.Nothing.Events.Should().BeEmpty();
        default(Decision<AccountEvent>).Should().Match<Decision<AccountEvent>>(d => d.Events.Count == 0 && d.Refusal == null);
        refused.Events.Should().BeEmpty();
        refused.Refusal.Should().Be(new Refusal("account.taken", ["李四"], "账户属于 李四。", "The account belongs to 李四."));
        reason.Refusal!.Code.Should().Be("account.not-open");
    }

    [Fact]
    public void A_refusal_speaks_chinese_to_every_chinese_culture_and_english_to_all_others()
    {
        Refusal refusal = Account.NotOpen;
        refusal.In(new CultureInfo("zh-CN")).Should().Be("账户尚未开立。");
        refusal.In(new CultureInfo("zh-Hant-HK")).Should().Be("账户尚未开立。");
        refusal.In(new CultureInfo("de-DE")).Should().Be("The account is not open.");
        refusal.In(CultureInfo.InvariantCulture).Should().Be("The account is not open.");
        refusal.ToString().Should().Be("account.not-open: The account is not open.");
    }

    [Fact]
    public void Arguments_are_written_the_same_on_every_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            Account.TooLittle.With(1.5m, 1234.5m).English.Should().Be("The balance 1.5 is less than 1234.5.");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Roles_hold_in_their_own_township_only()
    {
        var elsewhere = new StreamId("account", "minzhu", "a");
        Bank.Clerk.Actor.Is("clerk", Bank.A).Should().BeTrue();
        Bank.Clerk.Actor.Is("Clerk", Bank.A).Should().BeFalse();
        Bank.Clerk.Actor.Is("clerk", elsewhere).Should().BeFalse();
        Bank.Clerk.Actor.IsPerson("c-001", Bank.A).Should().BeTrue();
        Bank.Clerk.Actor.IsPerson("c-001", elsewhere).Should().BeFalse();
        Actor.Anonymous.Is("clerk", Bank.A).Should().BeFalse();
    }
}
