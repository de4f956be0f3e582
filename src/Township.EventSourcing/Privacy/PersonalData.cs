namespace Township.EventSourcing;

/// <summary>How a process seals and opens texts about people.</summary>
public sealed class PersonalDataOptions
{
    /// <summary>
    /// How long a process uses a key without asking the vault again, and so how long after an erasure elsewhere a text can still
    /// be read here. Default 30 s.
    /// </summary>
    public TimeSpan KeysKept { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a process seals with a key without asking the vault whether it still has it, never longer than
    /// <see cref="KeysKept"/>: a server that takes over may have lost it. Default 1 s. However often a person is written about, the
    /// vault is asked once within that time.
    /// </summary>
    public TimeSpan KeysConfirmed { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many keys a process keeps at most. Default 10,000, some 5 MB.</summary>
    public int MaxKeysKept { get; set; } = 10_000;
}

/// <summary>Seals texts about people before commands are decided, and opens them for readers. Thread-safe.</summary>
/// <param name="keys">The vault.</param>
/// <param name="clock">Measures how long keys are kept.</param>
/// <param name="options">How long, and how many.</param>
public sealed class PersonalData(IPersonalDataKeys keys, TimeProvider clock, PersonalDataOptions options) : IAsyncDisposable
{
    readonly KeptKeys<DataSubject> _current = new(clock, options.KeysConfirmed < options.KeysKept ? options.KeysConfirmed : options.KeysKept, options.MaxKeysKept);
    readonly KeptKeys<(DataSubject, int)> _found = new(clock, options.KeysKept, options.MaxKeysKept);

    /// <summary>What the vault holds of a township.</summary>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now.</exception>
    public IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default) => keys.List(township, cancellationToken);

    /// <summary>
    /// Destroys a person's key; at once in this process, in others when their keys are <see cref="PersonalDataOptions.KeysKept"/> old.
    /// </summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now; ask again.</exception>
    public async Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default)
    {
        try
        {
            var erased = await keys.Erase(subject, erasure, cancellationToken);
            if (erased) TownshipDiagnostics.PersonalErasures.Add(1);
            return erased;
        }
        finally
        {
            // Also when it failed: it may have been done.
            _current.Forget(k => k == subject);
            _found.Forget(k => k.Item1 == subject);
        }
    }

    /// <summary>
    /// Seals with nothing that the vault gave out before: a server has failed, and another one, which has lost the newest keys, may
    /// have taken its place.
    /// </summary>
    public void ForgetSealingKeys() => _current.Forget(_ => true);

    /// <summary>
    /// The same JSON with its sealed texts opened, or shown as erased. Texts whose key the vault has never had, or which
    /// another key sealed, stay sealed and are counted: somebody must look.
    /// </summary>
    /// <param name="json">Any JSON.</param>
    /// <param name="township">The township of the stream that it belongs to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    public async ValueTask<JsonBytes> Open(JsonBytes json, string township, CancellationToken cancellationToken = default)
    {
        var opened = new Dictionary<PersonalText, PersonalText>();
        foreach (var text in PersonalJson.SealedIn(json))
            if (await Open(text, township, cancellationToken) is { } shown) opened.Add(text, shown);
        return opened.Count == 0 ? json : PersonalJson.Replace(json, text => opened.TryGetValue(text, out var shown) ? PersonalJson.Node(shown) : null);
    }

    /// <summary>
    /// Whether the vault still has the very keys that sealed the texts of a commit's command, erased or not. Asks it, whatever was kept.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now.</exception>
    internal async Task<bool> HasKeysOf(Commit commit)
    {
        foreach (var text in PersonalJson.SealedIn(commit.Content.CommandData))
        {
            var found = new List<PersonalDataKey>();
            foreach (var (person, generation) in text.Persons)
            {
                if (await keys.Find(new(commit.Stream.Township, person), generation) is not { } key) return false;
                found.Add(key);
            }

            // Another key may bear the number by now.
            if (!found.Any(k => k.IsErased) && SealedForm.Open(found, text) is null) return false;
        }

        return true;
    }

    /// <summary>
    /// Seals the clear texts of a command in place; refuses sealed ones but from the system, which hands on what it has read in histories.
    /// </summary>
    /// <param name="texts">The texts.</param>
    /// <param name="stream">The stream that the command is for.</param>
    /// <param name="persons">Whom the aggregate says that they are all about.</param>
    /// <param name="commandId">The command.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async ValueTask<Refusal?> Seal(
        IReadOnlyList<PlacedText> texts, StreamId stream, IReadOnlyList<string> persons, Guid commandId, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var (node, named) in texts)
        {
            var text = PersonalJson.Read(node);
            if (text.State == PersonalTextState.Clear)
            {
                string[] about = [.. persons, .. named, .. text.Persons.Select(p => p.Id)];
                var sealing = new List<PersonalDataKey>();
                foreach (var person in about.Length == 0 ? [OfNobody(stream)] : Utf8Order.Distinct(about))
                    sealing.Add(await Current(new(stream.Township, person), cancellationToken));
                node.ReplaceWith(PersonalJson.Node(SealedForm.Seal(sealing, stream, commandId, node.GetPath(), text.Text!)));
                TownshipDiagnostics.PersonalTextsSealed.Add(1);
            }
            else if (!actor.Is(Actor.SystemRole, stream))
            {
                // Else whoever got hold of a sealed text could write it where they may read, and so have it opened.
                return KernelRefusals.Malformed.With(node.GetPath()[2..], "应为明文", "must be a clear text");
            }
        }

        return null;
    }

    // What is about nobody known by an id can be erased with the stream. Its category keeps it apart from people
    // and other streams of that id.
    static string OfNobody(StreamId stream) => $"{stream.Category}.{stream.Id}";

    /// <inheritdoc />
    public ValueTask DisposeAsync() => keys.DisposeAsync();

    async ValueTask<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken) =>
        (await _current.Get(subject, async () =>
        {
            try
            {
                return await keys.Current(subject, cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                ForgetSealingKeys();
                throw;
            }
        }))!;

    async ValueTask<PersonalText?> Open(PersonalText text, string township, CancellationToken cancellationToken)
    {
        var found = new List<PersonalDataKey?>();
        foreach (var (person, generation) in text.Persons)
        {
            var subject = new DataSubject(township, person);
            found.Add(await _found.Get((subject, generation), () => keys.Find(subject, generation, cancellationToken)));
        }

        if (found.Any(k => k is { IsErased: true })) return PersonalText.Erased(text.Persons.Select(p => p.Id));
        if (!found.Contains(null) && SealedForm.Open(found!, text) is { } clear) return PersonalText.About(text.Persons.Select(p => p.Id), clear);
        TownshipDiagnostics.PersonalTextsUnopened.Add(1);
        return null;
    }
}
