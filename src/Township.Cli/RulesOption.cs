using System.CommandLine;
using System.Reflection;
using System.Runtime.Loader;

namespace Township.Cli;

/// <summary>
/// <c>--rules</c>: assemblies with the aggregates of a backend team, so that their histories can be folded and decided again, too.
/// </summary>
sealed class RulesOption(Language language)
{
    /// <summary>The option.</summary>
    public Option<FileInfo[]> Symbol { get; } = new("--rules")
    {
        Recursive = true,
        HelpName = "DLL",
        Description = language.Say("另有业务规则的程序集（其他团队的业务类别），可多次给出", "An assembly with aggregates of your own; may be given several times"),
    };

    /// <summary>The aggregates of Township, and those of the assemblies that are named.</summary>
    /// <exception cref="UsageException">One of them cannot be loaded, holds no aggregate, or an incomplete one.</exception>
    public AggregateCatalogue Aggregates(ParseResult parsed)
    {
        var all = TownshipAggregates.All;
        foreach (var file in parsed.GetValue(Symbol) ?? []) all = With(all, file);
        return all;
    }

    AggregateCatalogue With(AggregateCatalogue known, FileInfo file)
    {
        if (!file.Exists) throw Wrong(file, language.Say("文件不存在", "the file does not exist"));
        try
        {
            var found = AggregateCatalogue.In(new RulesContext(file.FullName).LoadFromAssemblyPath(file.FullName));
            return found.Count > 0 ? known.With(found) : throw Wrong(file, language.Say("其中没有业务规则", "it contains no aggregate"));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or SetupException)
        {
            throw Wrong(file, language.Say(Reasons.InChinese(e), e.Message));
        }
        catch (ReflectionTypeLoadException e)
        {
            throw Wrong(file, language.Say(Reasons.InChinese(e.LoaderExceptions.FirstOrDefault() ?? e), e.LoaderExceptions.FirstOrDefault()?.Message ?? e.Message));
        }
    }

    UsageException Wrong(FileInfo file, string reason) => new(language.Say($"--rules {file.Name}：{reason}", $"--rules {file.Name}: {reason}"));

    // What this program is made of it shares, or the types would be others; the rest lies beside the assembly.
    sealed class RulesContext(string path) : AssemblyLoadContext(path)
    {
        readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            IsShared(assemblyName) ? null
            : _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found)
            : null;

        static bool IsShared(AssemblyName name)
        {
            try
            {
                return Default.LoadFromAssemblyName(name) is not null;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
