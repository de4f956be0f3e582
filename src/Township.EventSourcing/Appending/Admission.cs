namespace Township.EventSourcing;

/// <summary>
/// A place in the queue of a <see cref="GroupCommitter"/>. It is taken before a command is decided, so that commits of a stream are queued in the
/// order of their decisions. Dispose it if nothing is to be written.
/// </summary>
public sealed class Admission : IDisposable
{
    readonly AdmissionGate _gate;
    int _bytes;
    bool _used, _left;

    internal Admission(AdmissionGate gate) => _gate = gate;

    /// <summary>Gives the place back, unless a commit took it.</summary>
    public void Dispose()
    {
        if (!_used) Leave();
    }

    internal void Use(int bytes)
    {
        ObjectDisposedException.ThrowIf(_left, this);
        if (_used) throw new InvalidOperationException("One admission queues one commit.");
        _used = true;
        _gate.Count(_bytes = bytes);
    }

    internal void Leave()
    {
        if (_left) return;
        _left = true;
        _gate.Leave(_bytes);
    }
}
