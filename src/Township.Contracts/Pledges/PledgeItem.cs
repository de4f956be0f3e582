namespace Township.Pledges;

/// <summary>One item of a pledge (P1), from the duties of the post.</summary>
/// <param name="Focus">Work focus 重点内容.</param>
/// <param name="Measures">How it will be done 措施.</param>
/// <param name="Goal">What can be observed when it is done 目标.</param>
[GenerateSerializer, Immutable, Alias("pledge.item")]
public sealed record PledgeItem(
    [Text(500)] string Focus, [Text(2000, MultiLine = true)] string Measures, [Text(1000, MultiLine = true)] string Goal);

/// <summary>What a verifier found about one item (P5).</summary>
/// <param name="Item">The item's number, from 1.</param>
/// <param name="Fulfilled">Whether its goal was reached.</param>
/// <param name="Evidence">What shows it.</param>
[GenerateSerializer, Immutable, Alias("pledge.finding")]
public sealed record Finding(int Item, bool Fulfilled, [Text(2000, MultiLine = true)] PersonalText Evidence);

/// <summary>Why a cadre need not pledge in a month.</summary>
public enum ExemptionKind
{
    /// <summary>请假: a leave that covers the whole month.</summary>
    Leave,

    /// <summary>借调、挂职: works elsewhere.</summary>
    Secondment,

    /// <summary>其他: another reason, in words.</summary>
    Other,
}

/// <summary>The capacity in which somebody decides on an amendment.</summary>
public enum ApproverCapacity
{
    /// <summary>分管领导: oversaw the cadre at that time.</summary>
    Superior,

    /// <summary>领导小组或班子成员.</summary>
    Leader,
}

/// <summary>The capacity in which somebody verifies a pledge.</summary>
public enum VerifierCapacity
{
    /// <summary>效能办.</summary>
    Office,

    /// <summary>领导小组或班子成员.</summary>
    Leader,

    /// <summary>效能监督员.</summary>
    Supervisor,
}

/// <summary>The result of a verification 核实.</summary>
public enum Verdict
{
    /// <summary>履诺: every item.</summary>
    Fulfilled,

    /// <summary>未履诺: at least one item not.</summary>
    Unfulfilled,
}
