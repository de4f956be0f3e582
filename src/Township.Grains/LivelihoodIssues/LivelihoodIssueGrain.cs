namespace Township.LivelihoodIssues;

[GrainType("livelihood")]
public sealed class LivelihoodIssueGrain(SessionServices services) : EventSourcedGrain<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>(services), ILivelihoodIssueGrain;
