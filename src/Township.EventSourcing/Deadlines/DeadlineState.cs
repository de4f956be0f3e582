namespace Township.EventSourcing;

/// <summary>Where a deadline stands. Stored under its name in lower case.</summary>
public enum DeadlineState
{
    /// <summary>Its moment has not come, or its turn has not.</summary>
    Pending,

    /// <summary>
    /// Tried, and to be tried again: the aggregate could not be reached, or it was too early for its clock. The
    /// stream's later ones wait for it.
    /// </summary>
    Waiting,

    /// <summary>Its command fails with an error that looks like a bug; tried again from time to time. Nothing waits for it.</summary>
    Stuck,

    /// <summary>Its command was carried out, or changed nothing; the events that follow have not cleared it.</summary>
    Done,

    /// <summary>The aggregate refused: it is no longer due.</summary>
    Refused,
}
