namespace Township.EventSourcing.Testing;

/// <summary>The behaviour of deadlines on any SQL checkpoint store, including failures, take-overs and moved clocks.</summary>
public abstract partial class DeadlineConformance : DeadlineTests;
