using System.Text.Json.Serialization;

namespace Township.Draws;

[JsonSerializable(typeof(Draw))]
[JsonSerializable(typeof(DrawView))]
[JsonSerializable(typeof(Exclusion))]
[JsonSerializable(typeof(NumberGroup))]
[JsonSerializable(typeof(DayOfWeek))]
[JsonSerializable(typeof(DrawCommand.Freeze))]
[JsonSerializable(typeof(DrawCommand.Reveal))]
[JsonSerializable(typeof(DrawCommand.Void))]
[JsonSerializable(typeof(DrawEvent.CandidatesFrozen))]
[JsonSerializable(typeof(DrawEvent.Drawn))]
[JsonSerializable(typeof(DrawEvent.Voided))]
sealed partial class DrawJson : JsonSerializerContext;
