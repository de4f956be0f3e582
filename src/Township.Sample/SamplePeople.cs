using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Township.Posts;

namespace Township.Samples;

/// <summary>Who is who in a scenario: names and ids, roles, and who served on which post when.</summary>
sealed class SamplePeople
{
    const string OfficeDepartment = "效能办", TheSystem = "系统";

    readonly SampleScenario _scenario;
    readonly Dictionary<string, SamplePost> _posts;
    readonly Dictionary<string, string> _ids, _names;
    readonly ILookup<string, SampleAct> _acts;

    public SamplePeople(SampleScenario scenario)
    {
        _scenario = scenario;
        try
        {
            _posts = scenario.Posts.ToDictionary(p => p.Id);
            _ids = scenario.Cadres.Select(c => (c.Name, c.Id)).Concat(scenario.Supervisors.Select(s => (s.Name, s.Id)))
                .Concat(scenario.Citizens.Select(c => (c.Name, c.Id))).ToDictionary(p => p.Name, p => p.Id);
            _names = _ids.ToDictionary(p => p.Value, p => p.Key);
        }
        catch (ArgumentException e)
        {
            throw new SampleException($"{scenario.Name}: twice in the file: {e.Message}");
        }

        Names = new(_ids.Select(p => (p.Value, p.Key)));
        Json = new(SampleScenario.Json) { Converters = { new NamingTexts(Names) } };
        _acts = scenario.Acts.Where(a => a.Refused is null).ToLookup(a => $"{a.Do} {a.On}");
        // The one who keeps the records: the first cadre of the office.
        Office = ActorOf(scenario.Cadres.First(c => Post(c.Post).Department == OfficeDepartment).Name);
    }

    /// <summary>The efficiency office.</summary>
    public Actor Office { get; }

    /// <summary>Finds whom a text names.</summary>
    public KnownNames Names { get; }

    /// <summary>Reads commands, whose texts are about whomever they name.</summary>
    public JsonSerializerOptions Json { get; }

    /// <summary>Reads everything, changes nothing.</summary>
    public Actor Auditor => new("auditor", _scenario.Township, [Roles.Auditor]);

    public string Id(string name) => _ids.TryGetValue(name, out var id) ? id : throw new SampleException($"{_scenario.Name}: nobody is called {name}.");

    public string Name(string id) => _names[id];

    public Actor ActorOf(string name)
    {
        if (name == TheSystem) return new(DeadlineOptions.Subject, _scenario.Township, [Roles.System]);
        if (_scenario.Citizens.FirstOrDefault(c => c.Name == name) is { } citizen)
            return new(citizen.Id, _scenario.Township, [Roles.Citizen, .. citizen.Informant ? [Roles.Informant] : Array.Empty<string>()]);
        if (_scenario.Cadres.FirstOrDefault(c => c.Name == name) is not { } cadre) return new(Id(name), _scenario.Township, [Roles.Supervisor]);
        var post = Post(cadre.Post);
        return new(cadre.Id, _scenario.Township, [
            Roles.Cadre,
            .. post.Level is PostLevel.TopLeader or PostLevel.TeamMember ? [Roles.Leader] : Array.Empty<string>(),
            .. post.Department == OfficeDepartment ? [Roles.Office] : Array.Empty<string>()]);
    }

    /// <summary>The cadre's post on a day, after the transfers among the acts.</summary>
    public SamplePost PostOf(SampleCadre cadre, DateOnly day) => Post(
        _acts[$"cadre.transfer {cadre.Name}"].Where(a => Date(a, "effectiveOn") <= day).Select(a => a.With!["postId"]!.GetValue<string>()).LastOrDefault() ?? cadre.Post);

    /// <summary>The cadre's last day, when they leave.</summary>
    public DateOnly? LeftOn(SampleCadre cadre) => _acts[$"cadre.depart {cadre.Name}"].Select(a => (DateOnly?)Date(a, "leftOn")).FirstOrDefault();

    SamplePost Post(string id) => _posts.TryGetValue(id, out var post) ? post : throw new SampleException($"{_scenario.Name}: there is no post {id}.");

    static DateOnly Date(SampleAct act, string member) => DateOnly.ParseExact(act.With![member]!.GetValue<string>(), "yyyy-MM-dd");

    /// <summary>The data of a command, with ids in place of <c>@name</c>.</summary>
    public JsonNode? Resolved(JsonNode? data) => data switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Resolved(m.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Resolved)]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith('@') => Id(text[1..]),
        _ => data?.DeepClone(),
    };

    /// <summary>The id of an aggregate, with an id in place of a name: <c>项飞虎.2026-01</c>.</summary>
    public string AggregateId(string text)
    {
        var end = text.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? dot : text.Length;
        return _ids.TryGetValue(text[..end], out var id) ? id + text[end..] : text;
    }

    sealed class NamingTexts(KnownNames names) : JsonConverter<PersonalText>
    {
        static readonly PersonalTextJsonConverter Plain = new();

        public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = Plain.Read(ref reader, typeToConvert, options);
            return names.Write(text.Text!, text.Persons.Select(p => p.Id));
        }

        public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options) => Plain.Write(writer, value, options);
    }
}
