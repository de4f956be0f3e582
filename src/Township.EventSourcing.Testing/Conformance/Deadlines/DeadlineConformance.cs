namespace Township.EventSourcing.Testing;

/// <summary>What deadlines must do on any SQL checkpoint store, whatever fails, stops or is moved meanwhile.</summary>
public abstract partial class DeadlineConformance : DeadlineTests;
