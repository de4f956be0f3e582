using System.CommandLine;
using Township.Silo;

// Everything that is not a command of ours is a setting, in the usual .NET way: --Township:Store:Provider=memory.
var root = new RootCommand("Hosts a silo of Township until Ctrl-C. Settings: appsettings.json, environment, --Section:Key=value.")
{
    TreatUnmatchedTokensAsErrors = false,
};
#if SAMPLE
root.Subcommands.Add(Township.Samples.SampleCommand.Create(Errors.InOneLine));
#endif
root.Subcommands.Add(MigrateCommand.Create());
root.SetAction((parsed, cancellation) => Errors.InOneLine(() => SiloHost.Run(SiloHost.Settings(parsed.UnmatchedTokens), cancellation)));
// What is in flight finishes; the host has a limit of its own for that.
return await root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
