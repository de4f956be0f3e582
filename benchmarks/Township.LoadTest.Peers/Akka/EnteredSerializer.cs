using System.Text.Json;
using Akka.Actor;
using Akka.Serialization;

namespace Township.LoadTest.Peers;

/// <summary>
/// Akka's documentation advises against its default serializer (Newtonsoft.Json with type names) for events, and for one
/// with a manifest of its own: System.Text.Json over a source-generated context, the fastest that keeps JSON.
/// </summary>
public sealed class EnteredSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    const string Name = "ledger.entered";

    public override int Identifier => 4711;

    public override string Manifest(object o) => Name;

    public override byte[] ToBinary(object obj) => JsonSerializer.SerializeToUtf8Bytes((Entered)obj, EnteredJson.Unescaped.Entered);

    public override object FromBinary(byte[] bytes, string manifest) => manifest == Name
        ? JsonSerializer.Deserialize(bytes, EnteredJson.Unescaped.Entered)!
        : throw new ArgumentException($"Unknown event '{manifest}'.");
}
