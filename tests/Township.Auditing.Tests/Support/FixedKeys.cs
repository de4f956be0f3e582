using System.Security.Cryptography;
using System.Text;

namespace Township.Auditing.Tests;

/// <summary>A vault whose secrets follow from whose they are, so that a history is the same bytes every time.</summary>
sealed class FixedKeys : IPersonalDataKeys
{
    public Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default) => Task.FromResult(KeyOf(subject, 1));

    public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) =>
        Task.FromResult<PersonalDataKey?>(KeyOf(subject, generation));

    public Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => default;

    static PersonalDataKey KeyOf(DataSubject subject, int generation) =>
        new(subject, generation, SHA256.HashData(Encoding.UTF8.GetBytes($"{subject.Township}/{subject.Subject}/{generation}")));
}
