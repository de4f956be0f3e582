namespace Township.PledgeForms;

public sealed partial record PledgeForm
{
    /// <summary>A form that is handed out.</summary>
    public static ReadRule<PledgeForm> Reading { get; } = ReadRule.Of<PledgeForm>(id => id == PledgeFormKey.Id, Roles.InChinese)
        .ViewByTownship()
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
