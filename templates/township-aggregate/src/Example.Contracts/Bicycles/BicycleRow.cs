using Orleans.Concurrency;

namespace Example.Bicycles;

/// <summary>Lists, by what is written on them, then by id. Key: the township. For everybody of the township.</summary>
[Alias("bicycle-queries")]
public interface IBicycleQueriesGrain : IGrainWithStringKey
{
    /// <summary>Those that fit.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There is nothing to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<BicycleRow>> List(BicycleFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which ones; what is null restricts nothing.</summary>
/// <param name="Status">That stand so.</param>
/// <param name="BorrowerId">That this cadre has.</param>
[GenerateSerializer, Immutable, Alias("bicycle.filter")]
public sealed record BicycleFilter(BicycleStatus? Status = null, string? BorrowerId = null);

/// <summary>One row each, in the table <c>bicycles</c>; also what lists show. Free to change: the table is made anew.</summary>
/// <param name="Township">Township 乡镇.</param>
/// <param name="BicycleId">Id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Label">What is written on it.</param>
/// <param name="BorrowerId">Who has it.</param>
/// <param name="DueOn">Until when.</param>
[GenerateSerializer, Immutable, Alias("bicycle.row"), RowTable("bicycles"), RowIndex("label"), RowIndex("borrower")]
public sealed record BicycleRow(string Township, string BicycleId, BicycleStatus Status, string Label, string? BorrowerId, DateOnly? DueOn);
