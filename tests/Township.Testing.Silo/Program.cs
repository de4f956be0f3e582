using Township.Silo;
using Township.Testing.Silo;

// The silo as it is, with two subscriptions whose effects tests can count, and alarms that ring within seconds.
return await Errors.InOneLine(() => SiloHost.Run(args, CancellationToken.None, silo => silo
    .AddProjection(new Tally())
    .AddDeadlines()));
