namespace Township.Villages;

/// <summary>What can be asked of a village 村. By the office or a leader.</summary>
[GenerateSerializer, Alias("village.command")]
public abstract record VillageCommand : Command
{
    private VillageCommand() { }

    /// <summary>Takes the village into the system.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="On">First day; not in the future.</param>
    [GenerateSerializer, Alias("village.establish"), CommandName("village.establish")]
    [Title("登记村", "Establish the village")]
    public sealed record Establish(string Name, DateOnly On) : VillageCommand;

    /// <summary>Appoints an informant 村级宣传员. Somebody may report from several villages.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Name">The name.</param>
    /// <param name="From">First day; not in the future, not before the village.</param>
    [GenerateSerializer, Alias("village.appoint-informant"), CommandName("village.appoint-informant")]
    [Title("聘任村级宣传员", "Appoint an informant")]
    public sealed record AppointInformant([Person] string PersonId, PersonalText Name, DateOnly From) : VillageCommand;

    /// <summary>Ends an informant's service. An informant who is appointed again later starts a new service.</summary>
    /// <param name="PersonId">The informant.</param>
    /// <param name="On">Last day; not in the future, not before the first.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("village.dismiss-informant"), CommandName("village.dismiss-informant")]
    [Title("结束村级宣传员聘任", "Dismiss an informant")]
    public sealed record DismissInformant([Person] string PersonId, DateOnly On, [Text(1000, MultiLine = true)] PersonalText Reason) : VillageCommand;

    /// <summary>
    /// Stations a cadre on record as instructor 驻村指导员. A village may have several; a cadre may be stationed in several villages: small
    /// villages share an instructor, and the township decides who may not serve in two places at once.
    /// </summary>
    /// <param name="CadreId">The cadre; has joined by then and not left.</param>
    /// <param name="From">First day; not in the future, not before the village.</param>
    [GenerateSerializer, Alias("village.station-instructor"), CommandName("village.station-instructor")]
    [Title("派驻驻村指导员", "Station an instructor")]
    public sealed record StationInstructor([Person] string CadreId, DateOnly From) : VillageCommand;

    /// <summary>Recalls an instructor.</summary>
    /// <param name="CadreId">The instructor.</param>
    /// <param name="On">Last day; not in the future, not before the first.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("village.recall-instructor"), CommandName("village.recall-instructor")]
    [Title("召回驻村指导员", "Recall an instructor")]
    public sealed record RecallInstructor([Person] string CadreId, DateOnly On, [Text(1000, MultiLine = true)] PersonalText Reason) : VillageCommand;

    /// <summary>Ends the village, and with it the service of its informants and instructors.</summary>
    /// <param name="On">Last day; not in the future, not before anybody's first day.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("village.abolish"), CommandName("village.abolish")]
    [Title("撤销村", "Abolish the village")]
    public sealed record Abolish(DateOnly On, [Text(1000, MultiLine = true)] PersonalText Reason) : VillageCommand;
}
