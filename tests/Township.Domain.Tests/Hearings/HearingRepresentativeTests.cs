using Township.Cadres;
using Township.Draws;
using static Township.Hearings.HearingCommand;
using static Township.Hearings.HearingEvent;
using static Township.Hearings.HearingScenes;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>H4: representatives by sign-up 自愿报名 and invitation 乡邀请, seats, draw, reserve, withdrawal, quorum.</summary>
public sealed class HearingRepresentativeTests
{
    static readonly EquatableList<string> Four = ["p-001", "p-002", "p-003", "p-004"];

    static Songfan Open() => Noticed().Do(new SetGroups([Farmers]));

    static Songfan SignedUpByFour() => Open().Do([.. Four.Select(p => new SignUp(p, "farmers", p))]).Do(new CloseSignUp());

    const string First = "hearing.2026-01.farmers", Second = "hearing.2026-01.farmers.2";

    static Songfan Frozen(Songfan songfan, string id = First, string day = "2026-03-04") => songfan.Has(new DrawCommand.Freeze(Four, [], "fc3d", Day(day)), id);

    // The order of the draw: its winners, then the others by the same numbers.
    static EquatableList<string> Order(DrawView draw) => DrawAlgorithm.Select(draw.Commitment!, draw.Seed!, draw.Terms!.Candidates, draw.Terms.Candidates.Count);

    static (Songfan Songfan, EquatableList<string> Order) Drawn()
    {
        var songfan = Frozen(SignedUpByFour()).Do(new AttachDraw("farmers")).At("2026-03-04 22:00").Has(new DrawCommand.Reveal([1, 8, 2]), First);
        return (songfan, Order(songfan.DrawView(First)));
    }

    // Two have seats by the draw, two are the reserve, p-011 was invited: three confirmed, two must come.
    static (Songfan Songfan, EquatableList<string> Order) Confirmed()
    {
        var (songfan, order) = Drawn();
        return (songfan.Do(new SeatByDraw("farmers"), new Invite("p-011", "farmers", "三"), new AcceptInvitation("p-011"), new ConfirmRepresentatives()), order);
    }

    [Fact]
    public void H4_Groups_have_seats_for_both_ways_and_are_set_once()
    {
        var songfan = Noticed();
        songfan.Hearing(new SignUp("p-001", "farmers", "一")).ThenRefused(HearingRefusals.SignUpNotOpen);
        songfan.Hearing(new SetGroups([Farmers, Farmers])).ThenRefused(HearingRefusals.GroupTwice, "farmers");
        foreach (var wrong in (RepresentativeGroup[])[Farmers with { SignUpSeats = -1 }, Farmers with { InvitedSeats = 501 }, Farmers with { WaitingPlaces = -1 }, Farmers with { SignUpSeats = 0, InvitedSeats = 0 }])
            songfan.Hearing(new SetGroups([wrong])).ThenRefused(HearingRefusals.SeatsOutOfRange, "farmers", 500);
        songfan.Hearing(new SetGroups([Farmers with { Id = "farmers.2" }])).ThenRefused(HearingRefusals.GroupDotted, "farmers.2");
        songfan.Hearing(new SetGroups([Farmers])).Then(new GroupsSet([Farmers])).Hearing(new SetGroups([Farmers])).ThenNothing();
        songfan.Hearing(new SetGroups([Farmers with { SignUpSeats = 3 }])).ThenRefused(HearingRefusals.GroupsSet);
    }

    [Fact]
    public void H4_Citizens_sign_up_for_themselves_until_seats_and_waiting_list_are_full()
    {
        var songfan = Open().By(Citizen("p-001"));
        songfan.Hearing(new SignUp("p-001", "farmers", "一")).Then(new SignedUp("p-001", "farmers", "一", "p-001")).Hearing(new SignUp("p-001", "farmers", "一")).ThenNothing();
        songfan.Hearing(new SignUp("p-002", "farmers", "二")).ThenRefused(HearingRefusals.NotYours, "p-002");
        songfan.Hearing(new SignUp("p-001", "shops", "一")).ThenRefused(HearingRefusals.NoSuchGroup, "shops");
        songfan.By(Office).Do(new SignUp("p-002", "farmers", "二"), new SignUp("p-003", "farmers", "三"), new SignUp("p-004", "farmers", "四"));
        songfan.Hearing(new SignUp("p-005", "farmers", "五")).ThenRefused(HearingRefusals.GroupFull, "farmers");
        // Who withdraws makes room, and may come again at the end.
        songfan.By(Citizen("p-001")).Do(new WithdrawRepresentative("p-001", "有事")).By(Office).Do(new SignUp("p-005", "farmers", "五"));
        songfan.By(Stranger).Hearing(new SignUp("c-003", "farmers", "六")).ThenRefused(CommonRefusals.NotEntitled, "office, leader, cadre, informant, citizen");
    }

    [Fact]
    public void H4_Where_there_is_a_seat_for_everybody_no_draw_is_needed()
    {
        var songfan = Open().Do(new SignUp("p-002", "farmers", "二"), new SignUp("p-001", "farmers", "一"));
        songfan.Hearing(new CloseSignUp()).Then(new SignUpClosed(), new GroupSeated("farmers", ["p-002", "p-001"], [], null)).Hearing(new CloseSignUp()).ThenNothing();
        songfan.Hearing(new AttachDraw("farmers")).ThenRefused(HearingRefusals.NoDrawNeeded, "farmers");
        songfan.Hearing(new SignUp("p-003", "farmers", "三")).ThenRefused(HearingRefusals.SignUpNotOpen);
    }

    [Fact]
    public void H4_D_Sign_ups_beyond_the_seats_are_drawn_and_the_rest_is_the_reserve_in_the_order_of_the_draw()
    {
        var songfan = SignedUpByFour();
        songfan.Hearing(new AttachDraw("farmers")).ThenRefused(CommonRefusals.Unknown, First);
        Frozen(songfan).DrawView(First).Terms!.Winners.Should().Be(2);
        songfan.Hearing(new ConfirmRepresentatives()).ThenRefused(HearingRefusals.GroupsNotSeated, "farmers");
        songfan.Hearing(new SeatByDraw("farmers")).ThenRefused(HearingRefusals.NoDraw, "farmers");
        songfan.Hearing(new AttachDraw("farmers")).Then(new DrawAttached("farmers", First, songfan.DrawView(First).Commitment!, null))
            .Hearing(new AttachDraw("farmers")).ThenNothing()
            .Hearing(new SeatByDraw("farmers")).ThenRefused(HearingRefusals.NotDrawn, First);
        var (drawn, order) = Drawn();
        order.Take(2).Should().Equal(drawn.DrawView(First).Winners);
        drawn.Hearing(new SeatByDraw("farmers")).Then(new GroupSeated("farmers", [order[0], order[1]], [order[2], order[3]], First)).Hearing(new SeatByDraw("farmers")).ThenNothing();
    }

    // Whoever can see who will win cannot have others sign up, or the seats given without the draw, because of it.
    [Fact]
    public void H4_D_While_a_draw_stands_the_sign_up_is_not_reopened_and_no_seats_are_given_without_it()
    {
        var songfan = Frozen(SignedUpByFour());
        songfan.Hearing(new ReopenSignUp("补报")).ThenRefused(HearingRefusals.DrawStands, First);
        songfan.Do(new WithdrawRepresentative("p-002", "有事")).Hearing(new WithdrawRepresentative("p-003", "有事")).Then(new RepresentativeWithdrew("p-003", "有事", "c-010"));
        songfan.At("2026-03-04 22:00").Hearing(new ReopenSignUp("补报")).ThenRefused(HearingRefusals.DrawStands, First);
        songfan.Has(new DrawCommand.Void("号码公布有误"), First).DrawView(First).VoidedAfterSeed.Should().BeTrue();
        songfan.Hearing(new ReopenSignUp("补报")).Then(new SignUpReopened("补报"));
    }

    [Fact]
    public void H4_D_A_draw_that_was_used_may_be_followed_by_one_of_those_who_signed_up_later()
    {
        var songfan = Drawn().Songfan.Do(new SeatByDraw("farmers"));
        foreach (var person in Four) songfan.Do(new WithdrawRepresentative(person, "有事"));
        songfan.Do(new ReopenSignUp("补报")).Do([.. Four.Select(p => new SignUp(p, "farmers", p))]).Do(new CloseSignUp());
        Frozen(songfan, Second, "2026-03-05").Hearing(new AttachDraw("farmers")).Then(new DrawAttached("farmers", Second, songfan.DrawView(Second).Commitment!, null));
    }

    [Fact]
    public void H4_D_A_void_draw_is_replaced_and_stays_visible()
    {
        var songfan = Frozen(SignedUpByFour()).Do(new AttachDraw("farmers"));
        songfan.Has(new DrawCommand.Void("名单有误"), First).Hearing(new AttachDraw("farmers")).ThenRefused(CommonRefusals.Unknown, Second);
        Frozen(songfan, Second, "2026-03-05").Hearing(new AttachDraw("farmers")).Then(new DrawAttached("farmers", Second, songfan.DrawView(Second).Commitment!, First));
        songfan.Hearing(new SeatByDraw("farmers")).ThenRefused(HearingRefusals.NotDrawn, Second);
        songfan.HearingView().People.Draws.Select(d => (d.DrawId, d.Replaced)).Should().Equal((First, true), (Second, false));
    }

    [Fact]
    public void H4_Who_withdraws_before_the_draw_is_passed_over()
    {
        var (songfan, order) = Drawn();
        songfan.Do(new WithdrawRepresentative(order[0], "有事")).Hearing(new SeatByDraw("farmers")).Then(new GroupSeated("farmers", [order[1], order[2]], [order[3]], First));
        // Without a draw attached, the seats are for all as soon as there is one for each.
        SignedUpByFour().Do(new WithdrawRepresentative("p-002", "有事"))
            .Hearing(new WithdrawRepresentative("p-003", "有事")).Then(new RepresentativeWithdrew("p-003", "有事", "c-010"), new GroupSeated("farmers", ["p-001", "p-004"], [], null));
    }

    [Fact]
    public void H4_The_township_invites_within_its_seats_and_the_invited_answer()
    {
        var songfan = Open().Do(new Invite("p-011", "farmers", "三"));
        songfan.Hearing(new Invite("p-012", "farmers", "四")).ThenRefused(HearingRefusals.NoInvitedSeat, "farmers");
        songfan.By(Citizen("p-012")).Hearing(new DeclineInvitation("p-011")).ThenRefused(HearingRefusals.NotYours, "p-011");
        songfan.By(Citizen("p-011")).Hearing(new DeclineInvitation("p-011")).Then(new InvitationDeclined("p-011", "p-011")).Hearing(new AcceptInvitation("p-011")).ThenRefused(HearingRefusals.NotInvited, "p-011");
        songfan.By(Office).Hearing(new Invite("p-012", "farmers", "四")).Then(new HearingEvent.Invited("p-012", "farmers", "四", "c-010"));
        songfan.Do(new CloseSignUp()).Hearing(new ConfirmRepresentatives()).ThenRefused(HearingRefusals.InvitationsPending, "p-012");
        songfan.Hearing(new AcceptInvitation("p-012")).Then(new InvitationAccepted("p-012", "c-010")).Hearing(new ConfirmRepresentatives()).Then(new RepresentativesConfirmed(1, 1));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(6, 4)]
    public void H6_The_quorum_is_two_thirds_of_the_confirmed_rounded_up(int confirmed, int quorum)
    {
        var songfan = Noticed().Do(new SetGroups([Farmers with { SignUpSeats = 6 }]));
        songfan.Do([.. Enumerable.Range(1, confirmed).Select(n => new SignUp($"p-00{n}", "farmers", "一"))]).Do(new CloseSignUp())
            .Hearing(new ConfirmRepresentatives()).Then(new RepresentativesConfirmed(confirmed, quorum)).Hearing(new ConfirmRepresentatives()).ThenNothing();
    }

    [Fact]
    public void H4_A_late_withdrawal_promotes_the_next_reserve_in_the_same_commit()
    {
        var (songfan, order) = Confirmed();
        songfan.By(Citizen(order[1])).Hearing(new WithdrawRepresentative(order[1], "有事"))
            .Then(new RepresentativeWithdrew(order[1], "有事", order[1]), new ReservePromoted(order[2], order[1])).Hearing(new WithdrawRepresentative(order[1], "有事")).ThenNothing();
        songfan.By(Office).Hearing(new RecuseRepresentative(order[2], "利害关系")).Then(new RepresentativeRecused(order[2], "利害关系", "c-010"), new ReservePromoted(order[3], order[2]));
        songfan.Hearing(new WithdrawRepresentative("p-099", "有事")).ThenRefused(HearingRefusals.NotRepresentative, "p-099");
    }

    [Fact]
    public void H4_Without_a_reserve_falling_below_the_quorum_postpones_the_hearing_and_undoes_the_list()
    {
        var (songfan, order) = Confirmed();
        songfan.Do(new WithdrawRepresentative(order[0], "有事"), new WithdrawRepresentative(order[1], "有事"));
        songfan.Hearing(new WithdrawRepresentative("p-011", "有事")).Then(new RepresentativeWithdrew("p-011", "有事", "c-010"));
        songfan.Hearing(new WithdrawRepresentative(order[2], "有事"))
            .Then(new RepresentativeWithdrew(order[2], "有事", "c-010"), new Postponed(PostponementCause.BelowQuorum, null, "c-010"));
        (songfan.HearingView().Status, songfan.HearingView().People.Quorum).Should().Be((HearingStatus.Postponed, null));
        songfan.Hearing(new ReopenSignUp("补报")).Then(new SignUpReopened("补报")).Do(new SignUp("p-005", "farmers", "五"), new CloseSignUp(), new Invite("p-012", "farmers", "六"), new AcceptInvitation("p-012"))
            .Hearing(new ConfirmRepresentatives()).Then(new RepresentativesConfirmed(3, 2));
    }

    [Fact]
    public void H4_Officers_are_cadres_on_record_and_their_share_of_the_team_is_flagged()
    {
        var songfan = Noticed();
        songfan.Hearing(new AppointOfficer("c-999")).ThenRefused(CommonRefusals.Unknown, "c-999");
        songfan.Has(new CadreCommand.Depart(new(2026, 3, 1), "调离"), "c-005").Hearing(new AppointOfficer("c-005")).ThenRefused(CadreRefusals.Departed, "c-005", "2026-03-01");
        songfan.Hearing(new AppointOfficer("c-004")).Then(new OfficerAppointed("c-004", true, [], null)).Hearing(new AppointOfficer("c-004")).ThenNothing();
        songfan.Hearing(new AppointOfficer("c-006")).Then(new OfficerAppointed("c-006", false, ["p-007"], null));
        (songfan.HearingView().People.OfficersFromTeam(), songfan.HearingView().People.Officers.Count).Should().Be((1, 2));
        songfan.HearingView().People.Officers.Should().OnlyContain(o => o.Relatives.Count == 0, "whom c-006 declared is for those who read the file of c-006");
        songfan.By(Leader).Hearing(new AppointOfficer("c-017")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Fact]
    public void H4_Nobody_is_both_representative_and_officer()
    {
        var songfan = Open().Do(new AppointOfficer("c-004"), new SignUp("c-005", "farmers", "五"));
        songfan.Hearing(new SignUp("c-004", "farmers", "四")).ThenRefused(HearingRefusals.IsOfficer, "c-004");
        songfan.Hearing(new Invite("c-004", "farmers", "四")).ThenRefused(HearingRefusals.IsOfficer, "c-004");
        songfan.Hearing(new AppointOfficer("c-005")).ThenRefused(HearingRefusals.IsRepresentative, "c-005");
        songfan.Hearing(new RecuseOfficer("c-004", "利害关系", "c-005")).ThenRefused(HearingRefusals.IsRepresentative, "c-005");
        songfan.Do(new WithdrawRepresentative("c-005", "改任")).Hearing(new AppointOfficer("c-005")).Then(new OfficerAppointed("c-005", false, [], null));
    }

    [Fact]
    public void H4_A_recused_officer_is_replaced_and_does_not_come_back()
    {
        var songfan = Noticed().Do(new AppointOfficer("c-004"));
        songfan.Hearing(new RecuseOfficer("c-004", "利害关系", null)).ThenRefused(HearingRefusals.NeedsReplacement);
        songfan.By(Person("c-004", Roles.Cadre)).Hearing(new RecuseOfficer("c-004", "利害关系", "c-005"))
            .Then(new OfficerRecused("c-004", "利害关系", "c-004"), new OfficerAppointed("c-005", false, [], "c-004")).Hearing(new RecuseOfficer("c-004", "利害关系", "c-005")).ThenNothing();
        songfan.By(Office).Hearing(new AppointOfficer("c-004")).ThenRefused(HearingRefusals.WasRecused, "c-004");
        songfan.Hearing(new RecuseOfficer("c-006", "利害关系", null)).ThenRefused(HearingRefusals.NotOfficer, "c-006");
    }

    [Fact]
    public void H4_An_officer_is_no_declared_relative_of_a_representative()
    {
        Open().Do(new SignUp("p-007", "farmers", "七")).Hearing(new AppointOfficer("c-006")).ThenRefused(HearingRefusals.OfficerRelated, "c-006", "p-007");
        // The citizen came later: then the officer is recused before the hearing opens.
        var songfan = Open().Do(
            new AppointOfficer("c-006"), new AppointOfficer("c-004"), new SignUp("p-007", "farmers", "七"), new SignUp("p-001", "farmers", "一"), new CloseSignUp(), new ConfirmRepresentatives());
        songfan.At(OpensAt).Do(new RecordAttendance(["p-001", "p-007", "c-004"])).By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.OfficerRelated, "c-006", "p-007");
        songfan.Do(new RecuseOfficer("c-006", "父子", null), new OpenSitting());
    }
}
