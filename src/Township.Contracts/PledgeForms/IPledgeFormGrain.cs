namespace Township.PledgeForms;

/// <summary>The uniform pledge form 工作月承诺表 of a township. Key: <c>township/monthly</c>; see <see cref="PledgeFormKey"/>.</summary>
[Alias("pledge-form")]
public interface IPledgeFormGrain : IAggregateGrain<PledgeFormCommand, PledgeFormView>;

/// <summary>The one pledge form of a township.</summary>
public static class PledgeFormKey
{
    /// <summary>Its id.</summary>
    public const string Id = "monthly";
}
