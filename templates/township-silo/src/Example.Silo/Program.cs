using Example;

await SiloHost.Build(args).RunAsync();
