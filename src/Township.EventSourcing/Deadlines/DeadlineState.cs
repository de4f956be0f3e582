namespace Township.EventSourcing;

/// <summary>The state of a deadline. Stored as its name in lower case.</summary>
public enum DeadlineState
{
    /// <summary>Not due yet, or due and not sent yet.</summary>
    Pending,

    /// <summary>
    /// Sent without success, to be sent again: the aggregate could not be reached, or its clock had not reached the moment. Later deadlines
    /// of the stream wait for it.
    /// </summary>
    Waiting,

    /// <summary>
    /// The command fails with an error that looks like a bug; it is sent again from time to time. No other deadline waits for it.
    /// </summary>
    Stuck,

    /// <summary>The command was carried out or changed nothing, and the events that followed have not cleared the deadline.</summary>
    Done,

    /// <summary>The aggregate refused the command: the deadline no longer applies.</summary>
    Refused,
}
