namespace Township.LivelihoodIssues;

/// <summary>A livelihood issue 实事好事. Key: <c>township/issue-id</c>.</summary>
[Alias("livelihood")]
public interface ILivelihoodIssueGrain : IAggregateGrain<LivelihoodIssueCommand, LivelihoodIssueView>;
