using System.Text.Json.Serialization;

namespace Township.Measures;

[JsonSerializable(typeof(Measure))]
[JsonSerializable(typeof(MeasureView))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(MeasureCommand.Open))]
[JsonSerializable(typeof(MeasureCommand.GiveExplanation))]
[JsonSerializable(typeof(MeasureCommand.AcceptExplanation))]
[JsonSerializable(typeof(MeasureCommand.RejectExplanation))]
[JsonSerializable(typeof(MeasureCommand.RecordTalk))]
[JsonSerializable(typeof(MeasureCommand.ReportRectification))]
[JsonSerializable(typeof(MeasureCommand.AcceptRectification))]
[JsonSerializable(typeof(MeasureCommand.RejectRectification))]
[JsonSerializable(typeof(MeasureCommand.MarkOverdue))]
[JsonSerializable(typeof(MeasureCommand.Cancel))]
[JsonSerializable(typeof(MeasureEvent.Opened))]
[JsonSerializable(typeof(MeasureEvent.ExplanationGiven))]
[JsonSerializable(typeof(MeasureEvent.ExplanationAccepted))]
[JsonSerializable(typeof(MeasureEvent.ExplanationRejected))]
[JsonSerializable(typeof(MeasureEvent.TalkHeld))]
[JsonSerializable(typeof(MeasureEvent.RectificationReported))]
[JsonSerializable(typeof(MeasureEvent.RectificationAccepted))]
[JsonSerializable(typeof(MeasureEvent.RectificationRejected))]
[JsonSerializable(typeof(MeasureEvent.BecameOverdue))]
[JsonSerializable(typeof(MeasureEvent.Closed))]
[JsonSerializable(typeof(MeasureEvent.Cancelled))]
sealed partial class MeasureJson : JsonSerializerContext;
