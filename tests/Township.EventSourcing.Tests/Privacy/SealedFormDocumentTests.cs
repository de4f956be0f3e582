using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Township.EventSourcing.Tests;

/// <summary>docs/formats.md, its sealed text (computed in Python) and the library say the same.</summary>
public sealed class SealedFormDocumentTests
{
    static readonly Formats.SealedText Example = Formats.SealedExample();

    static byte[] SecretOf(string person) => Convert.FromHexString(Example.Secrets[person]);

    [Fact]
    public async Task The_library_opens_the_example()
    {
        var vault = new PersonalData(new GivenKey(), TimeProvider.System, new());
        var json = JsonBytes.From($$"""{"about":{{{string.Join(',', Example.About.Select(p => $"\"{p.Key}\":{p.Value}"))}}},"sealed":"{{Example.Sealed}}"}""");
        var names = string.Join(',', Example.About.Select(p => $"\"{p.Key}\""));
        (await vault.Open(json, Example.Township)).Should().Be(JsonBytes.From($$"""{"about":[{{names}}],"text":"{{Example.Text}}"}"""));
    }

    [Fact]
    public async Task The_library_seals_the_example()
    {
        await using var registry = new Registry(vault: new GivenKey());
        var command = new PersonCommand.Enter("李四", [new("note", "1", PersonalText.About(Example.About.Keys, Example.Text))]) { CommandId = Guid.Parse(Example.CommandId) };
        await registry.Execute(command, StreamId.Parse(Example.Stream));
        PersonalJson.SealedIn((await registry.History(StreamId.Parse(Example.Stream)))[0].Content.CommandData)
            .Should().Contain(PersonalText.Sealed(Example.About.Select(p => new TextPerson(p.Key, p.Value)), Example.Sealed));
    }

    [Fact]
    public void The_example_follows_from_the_document_alone()
    {
        byte[] bound =
        [
            .. Encoding.ASCII.GetBytes("township.personal-text.v1"), .. Field(Encoding.UTF8.GetBytes(Example.Township)), .. Number(Example.About.Count),
            .. Example.About.SelectMany(p => (byte[])[.. Field(Encoding.UTF8.GetBytes(p.Key)), .. Number(p.Value)]),
        ];
        byte[] text = Encoding.UTF8.GetBytes(Example.Text), sealedText = new byte[text.Length], tag = new byte[16];
        byte[] message =
        [
            .. bound, .. Field(Encoding.UTF8.GetBytes(Example.Stream)), .. Field(Convert.FromHexString(Example.CommandId.Replace("-", "", StringComparison.Ordinal))),
            .. Field(Encoding.UTF8.GetBytes(Example.Path)), .. Field(text),
        ];
        var nonce = HMACSHA256.HashData(Derived("nonce"), message)[..12];
        Convert.ToHexStringLower(nonce).Should().Be(Example.Nonce);
        using var aes = new AesGcm(Derived("seal"), 16);
        aes.Encrypt(nonce, text, sealedText, tag, bound);
        Convert.ToBase64String([.. nonce, .. sealedText, .. tag]).Should().Be(Example.Sealed);
    }

    // HKDF as RFC 5869 has it, for one block.
    static byte[] Derived(string use)
    {
        byte[] info = [.. Encoding.ASCII.GetBytes($"township.personal-text.v1 {use}"), 1];
        byte[] secrets = [.. Example.About.Keys.SelectMany(SecretOf)];
        return HMACSHA256.HashData(HMACSHA256.HashData(new byte[32], secrets), info);
    }

    static byte[] Number(int number) => Field([0, 0, 0, 0, 0, 0, 0, (byte)number]);

    static byte[] Field(byte[] bytes)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        return [.. length, .. bytes];
    }

    /// <summary>A vault that has the keys of the example.</summary>
    sealed class GivenKey : IPersonalDataKeys
    {
        public Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default) =>
            Task.FromResult(new PersonalDataKey(subject, Example.About.GetValueOrDefault(subject.Subject, 1), Example.About.ContainsKey(subject.Subject) ? SecretOf(subject.Subject) : new byte[32]));

        public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) =>
            Task.FromResult<PersonalDataKey?>(new(subject, generation, SecretOf(subject.Subject)));

        public Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
