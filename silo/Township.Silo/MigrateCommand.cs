using System.CommandLine;

namespace Township.Silo;

/// <summary><c>migrate</c>: makes what silos need on PostgreSQL, or brings it up to date, before they start.</summary>
static class MigrateCommand
{
    public static System.CommandLine.Command Create()
    {
        var silo = new Option<string[]>("--silo") { HelpName = "ROLE", Description = "A role that is granted what a silo needs, and nothing else. Can be given several times." };
        var command = new System.CommandLine.Command("migrate", "Makes the tables of a PostgreSQL store and of Orleans, or brings them up to date. Settings as for hosting.")
        {
            silo,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => Errors.InOneLine(() => Run(SiloHost.Settings(parsed.UnmatchedTokens), parsed.GetValue(silo) ?? [], cancellation)));
        return command;
    }

    static async Task<int> Run(string[] settings, string[] roles, CancellationToken cancellation)
    {
        var migrated = await TownshipMigration.Run(SiloHost.Configuration(settings), roles, cancellation);
        foreach (var (name, from, to) in migrated)
            await Console.Out.WriteLineAsync(from == to ? $"Schema {name}: version {to}, nothing to do." : $"Schema {name}: version {to}, was {from}.");
        foreach (var role in roles) await Console.Out.WriteLineAsync($"Role {role}: granted what a silo needs.");
        return ExitCodes.Fine;
    }
}
