namespace Township.EventSourcing;

/// <summary>Settings for sealing and opening personal texts.</summary>
public sealed class PersonalDataOptions
{
    /// <summary>
    /// How long a process uses a key without reading the vault again. For this time, a text can still be read in this process after its key
    /// was erased by another process. Default 30 s.
    /// </summary>
    public TimeSpan KeysKept { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a process seals with a key without confirming it with the vault, at most <see cref="KeysKept"/>: after a fail-over, the new
    /// server may have lost the key. The vault is asked at most once per person in this time. Default 1 s.
    /// </summary>
    public TimeSpan KeysConfirmed { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum number of keys in memory. Default 10,000, some 5 MB.</summary>
    public int MaxKeysKept { get; set; } = 10_000;
}

/// <summary>Seals personal texts before commands are decided, and opens them for readers. Thread-safe.</summary>
/// <param name="keys">The vault.</param>
/// <param name="clock">Measures the age of keys.</param>
/// <param name="options">The limits of the key cache.</param>
public sealed class PersonalData(IPersonalDataKeys keys, TimeProvider clock, PersonalDataOptions options) : IAsyncDisposable
{
    readonly KeptKeys<DataSubject> _current = new(
        clock, options.KeysConfirmed < options.KeysKept ? options.KeysConfirmed : options.KeysKept, options.MaxKeysKept);
    readonly KeptKeys<(DataSubject, int)> _found = new(clock, options.KeysKept, options.MaxKeysKept);

    /// <summary>Lists the keys of a township, without secrets.</summary>
    /// <exception cref="StoreUnavailableException">The vault is not available.</exception>
    public IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default) =>
        keys.List(township, cancellationToken);

    /// <summary>
    /// Destroys a person's key. This process stops using it at once, others when their copies are
    /// <see cref="PersonalDataOptions.KeysKept"/> old.
    /// </summary>
    /// <returns>Whether there was a key.</returns>
    /// <exception cref="StoreUnavailableException">The vault is not available; try again.</exception>
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
            // Also after a failure, because the key may have been erased.
            _current.Forget(k => k == subject);
            _found.Forget(k => k.Item1 == subject);
        }
    }

    /// <summary>
    /// Discards the keys for sealing. Call it after a fail-over: the new server may have lost the newest keys.
    /// </summary>
    public void ForgetSealingKeys() => _current.Forget(_ => true);

    /// <summary>
    /// Returns the same JSON with its sealed texts opened or marked as erased. Texts whose key the vault never had, or which
    /// another key sealed, stay sealed and are counted in <see cref="TownshipDiagnostics.PersonalTextsUnopened"/>, because an
    /// operator should find the cause.
    /// </summary>
    /// <param name="json">Any JSON.</param>
    /// <param name="township">The township of the stream of the JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The vault is not available.</exception>
    /// <exception cref="System.Text.Json.JsonException">The text is not valid JSON.</exception>
    public async ValueTask<JsonBytes> Open(JsonBytes json, string township, CancellationToken cancellationToken = default)
    {
        var opened = new Dictionary<PersonalText, PersonalText>();
        foreach (var text in PersonalJson.SealedIn(json))
            if (await Open(text, township, cancellationToken) is { } shown) opened.Add(text, shown);
        return opened.Count == 0
            ? json
            : PersonalJson.Replace(json, text => opened.TryGetValue(text, out var shown) ? PersonalJson.Node(shown) : null);
    }

    /// <summary>
    /// Returns whether the vault still has the keys that sealed the texts of a commit's command, erased or not.
    /// Reads the vault, not the cache.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The vault is not available.</exception>
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

            // The vault may have another key under the same number.
            if (!found.Any(k => k.IsErased) && SealedForm.Open(found, text) is null) return false;
        }

        return true;
    }

    /// <summary>
    /// Seals the clear texts of a command in place. Refuses sealed texts unless the system sends them, which passes on
    /// what it read in histories.
    /// </summary>
    /// <param name="texts">The texts.</param>
    /// <param name="stream">The stream that the command is for.</param>
    /// <param name="persons">The ids of the people whom the aggregate names for all texts.</param>
    /// <param name="commandId">The id of the command.</param>
    /// <param name="actor">The sender.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async ValueTask<Refusal?> Seal(
        IReadOnlyList<PlacedText> texts, StreamId stream, IReadOnlyList<string> persons, Guid commandId, Actor actor,
        CancellationToken cancellationToken)
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
                // Otherwise a user who obtained a sealed text could write it to a stream that the user may read, and have it opened.
                return KernelRefusals.Malformed.With(node.GetPath()[2..], "应为明文", "must be a clear text");
            }
        }

        return null;
    }

    // A text that is about no known person is erased with its stream. The category keeps the subject apart from people and from
    // other streams with the same id.
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
        if (!found.Contains(null) && SealedForm.Open(found!, text) is { } clear)
            return PersonalText.About(text.Persons.Select(p => p.Id), clear);
        TownshipDiagnostics.PersonalTextsUnopened.Add(1);
        return null;
    }
}
