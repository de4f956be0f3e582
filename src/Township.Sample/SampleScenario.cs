using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Township.Pledges;
using Township.Posts;

namespace Township.Samples;

/// <summary>
/// A half-year of a township as a person writes it down: who is who, what is special in each month of pledges, who signs up for
/// hearings and what is said there, and single acts. The normal course of pledges follows from the posts' duties; see
/// <see cref="SampleScript"/>. People are named by their names.
/// </summary>
sealed record SampleScenario(
    string Name, string About, string Township, DateOnly RecordedOn,
    IReadOnlyList<SamplePost> Posts, IReadOnlyList<SampleCadre> Cadres, IReadOnlyList<SampleSupervisor> Supervisors, IReadOnlyList<SampleCitizen> Citizens,
    IReadOnlyList<SampleMonth> Months, IReadOnlyList<SampleSignUps> SignUps, IReadOnlyList<SampleSitting> Sittings, IReadOnlyList<SampleAct> Acts)
{
    internal static readonly JsonSerializerOptions Json = new(KernelJson.Options(new DefaultJsonTypeInfoResolver())) { ReadCommentHandling = JsonCommentHandling.Disallow };

    /// <exception cref="SampleException">The file is missing, or not what it should be.</exception>
    public static async Task<SampleScenario> Load(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<SampleScenario>(file, Json, cancellation) ?? throw new SampleException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new SampleException($"{path} cannot be read: {e.Message}");
        }
        catch (IOException e)
        {
            throw new SampleException(e.Message);
        }
    }
}

/// <param name="Duties">Each one focus, measures and goal; pledges are made from them.</param>
sealed record SamplePost(string Id, string Title, string Department, PostLevel Level, IReadOnlyList<IReadOnlyList<string>> Duties)
{
    public EquatableList<PledgeItem> Items() => Duties.Select(d => new PledgeItem(d[0], d[1], d[2])).ToEquatableList();
}

/// <param name="Superior">By name; null for the top leader.</param>
/// <param name="Joined">Who joins after the township was recorded is registered on that day.</param>
sealed record SampleCadre(string Id, string Name, string Post, string? Superior, DateOnly Joined);

/// <param name="Relatives">Cadres by name, and the relation.</param>
sealed record SampleSupervisor(string Id, string Name, string Organisation, Dictionary<string, string> Relatives);

/// <param name="Informant">Whether the person acts as informant 村级宣传员 too.</param>
sealed record SampleCitizen(string Id, string Name, bool Informant = false);

/// <summary>What is special in a month. Whoever is not named writes in time, states, and fulfils.</summary>
/// <param name="Month">The month.</param>
/// <param name="StatementsOn">The meeting at which statements are made; forms are written on the three workdays before.</param>
/// <param name="VerifiedOn">When the month is verified.</param>
/// <param name="Late">Who writes and states later, and when.</param>
/// <param name="Exempt">Who need not pledge.</param>
/// <param name="Missed">Who does not pledge.</param>
/// <param name="Unfulfilled">Who does not fulfil.</param>
/// <param name="Report">The report meeting.</param>
/// <param name="Draws">The draws for it, in their order; all but the last one are void.</param>
sealed record SampleMonth(
    Month Month, DateOnly StatementsOn, DateOnly VerifiedOn, Dictionary<string, DateOnly> Late, Dictionary<string, SampleExemption> Exempt,
    IReadOnlyList<string> Missed, Dictionary<string, SampleShortfall> Unfulfilled, SampleMeeting Report, IReadOnlyList<SampleDraw> Draws);

sealed record SampleExemption(string By, ExemptionKind Kind, string Reason);

/// <param name="Items">The numbers of the items that were not fulfilled.</param>
/// <param name="Evidence">What shows it.</param>
sealed record SampleShortfall(IReadOnlyList<int> Items, string Evidence);

/// <param name="Absences">Drawn cadres who did not report, and why.</param>
sealed record SampleMeeting(DateOnly ConvenedOn, DateOnly HeldOn, string Place, string Analysis, string Evaluation, Dictionary<string, string> Absences);

/// <param name="FrozenAt">When the candidates are fixed.</param>
/// <param name="BeaconId">Which beacon of the policy publishes the seed.</param>
/// <param name="Day">On which day.</param>
/// <param name="EndedAt">When the office enters the seed, or declares the draw void.</param>
/// <param name="Seed">The numbers; null for a void draw.</param>
/// <param name="Void">Why the draw is void.</param>
sealed record SampleDraw(string FrozenAt, string BeaconId, DateOnly Day, string EndedAt, EquatableList<int>? Seed = null, string? Void = null);

/// <param name="People">Who signs up 自愿报名 for the group, by name, and when.</param>
sealed record SampleSignUps(string Hearing, string Group, Dictionary<string, string> People);

/// <param name="Clerk">Who writes the minutes 笔录.</param>
sealed record SampleSitting(string Hearing, DateOnly Date, string Clerk, IReadOnlyList<SampleEntry> Minutes);

/// <summary>Something said in a sitting, or done about something said.</summary>
/// <param name="At">The time of day.</param>
/// <param name="Do">The command's stored name without <c>hearing.</c>.</param>
/// <param name="By">Who speaks, by name.</param>
/// <param name="Issue">About which issue.</param>
/// <param name="Entry">The number of the entry that is explained, taken up, withdrawn or corrected. An explanation without one answers the last question.</param>
/// <param name="Title">Of an issue that is raised.</param>
/// <param name="Text">What is said.</param>
/// <param name="Reason">Of a correction.</param>
/// <param name="Refused">The code of the refusal, when the rules must say no.</param>
sealed record SampleEntry(
    string At, string Do, string By, int Issue = 0, int? Entry = null, string? Title = null, string? Text = null, string? Reason = null, string? Refused = null);

/// <summary>A single command, whatever it is. <c>@name</c> in its data stands for the person's id.</summary>
/// <param name="At">Time in Asia/Shanghai, for example <c>2026-02-04 09:30</c>.</param>
/// <param name="By">Who acts, by name; 系统 for what the system does when a day has passed.</param>
/// <param name="Do">The command's stored name.</param>
/// <param name="On">The aggregate's id, in which a name stands for the person's id.</param>
/// <param name="With">The command's data.</param>
/// <param name="Refused">The code of the refusal, when the rules must say no.</param>
sealed record SampleAct(string At, string By, string Do, string On, JsonObject? With = null, string? Refused = null);

/// <summary>The sample cannot be played, or did not go as it should; the message says where.</summary>
sealed class SampleException(string message) : Exception(message);
