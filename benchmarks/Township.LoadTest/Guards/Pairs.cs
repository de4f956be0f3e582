using Township.Cadres;
using Township.Posts;
using static Township.LoadTest.Answers;

namespace Township.LoadTest.Guards;

/// <summary>Two cadres, each made the other's superior at once: exactly one of the two may be stored, or their reporting line is a ring.</summary>
/// <param name="first">The factory of grains that changes the first of each pair.</param>
/// <param name="second">The one that changes the second: that of another silo, where there is one.</param>
sealed class Pairs(IGrainFactory first, IGrainFactory second)
{
    const string Township = "songfan", Post = "p-1", Chair = "c-001";

    static readonly Actor Office = new("c-010", Township, [Roles.Office]);
    static readonly DateOnly Joined = new(2025, 1, 6), Assigned = new(2025, 3, 3);

    readonly int[] _stored = new int[3];

    /// <summary>How many pairs are a ring. There must be none.</summary>
    public int Rings => _stored[2];

    /// <summary>How many pairs have one superior and one subordinate.</summary>
    public int Lines => _stored[1];

    public async Task Register(string pair)
    {
        using var _ = CallerContext.Use(Office);
        foreach (var cadre in (ICadreGrain[])[A(pair), B(pair)]) await Accepted(cadre.Execute(new CadreCommand.Register("吴二", Post, Chair, Joined)));
        await Accepted(PostOf(pair).Execute(new PostCommand.Establish("干事", "农办", PostLevel.Staff, ["下乡"])));
    }

    /// <summary>One fact, guarded, and no rival.</summary>
    public async Task Assign(string pair)
    {
        using var _ = CallerContext.Use(Office);
        await Accepted(A(pair).Execute(new CadreCommand.AssignSuperior($"{pair}-b", Assigned)));
    }

    /// <summary>No fact at all, for comparison: the second command of a stream too, as short, and without a text to be sealed.</summary>
    public async Task Revise(string pair)
    {
        using var _ = CallerContext.Use(Office);
        await Accepted(PostOf(pair).Execute(new PostCommand.ReviseDuties(["驻村"])));
    }

    public async Task Race(string pair)
    {
        using var _ = CallerContext.Use(Office);
        var outcomes = await Task.WhenAll(Tried(A(pair), $"{pair}-b"), Tried(B(pair), $"{pair}-a"));
        Interlocked.Increment(ref _stored[outcomes.Count(stored => stored)]);
    }

    ICadreGrain A(string pair) => first.GetGrain<ICadreGrain>($"{Township}/{pair}-a");

    ICadreGrain B(string pair) => second.GetGrain<ICadreGrain>($"{Township}/{pair}-b");

    IPostGrain PostOf(string pair) => first.GetGrain<IPostGrain>($"{Township}/{pair}");

    // As clients do: after a conflict the same command is sent again.
    static async Task<bool> Tried(ICadreGrain cadre, string superior)
    {
        for (var command = new CadreCommand.AssignSuperior(superior, Assigned); ;)
        {
            try
            {
                return await cadre.Execute(command) switch
                {
                    { Accepted: true } => true,
                    { Refusal: { } refusal } when refusal.Code == CadreRefusals.CircularLine.Code => false,
                    var other => throw new InvalidOperationException($"Neither accepted nor refused as a ring: {other}"),
                };
            }
            catch (AggregateFailureException e) when (e.Kind == FailureKind.Conflict)
            {
                await Task.Yield();
            }
        }
    }
}
