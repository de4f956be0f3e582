using Township.Cli;

return await CommandLine.Run(args);
