using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;

namespace Township.Cli.Tests;

/// <summary>A history with aggregates of a backend team: known with their assembly, and without it neither false nor fine.</summary>
public sealed class OwnRulesTests : IAsyncLifetime
{
    static readonly string Own = typeof(Deal).Assembly.Location;

    readonly string _folder = Directory.CreateTempSubdirectory("township-own-").FullName;

    string Store => $"sqlite:{Path.Combine(_folder, "own.db")}";

    public async ValueTask InitializeAsync()
    {
        await using var store = await SqliteEventStore.Open(new() { Path = Path.Combine(_folder, "own.db") }, NullLogger<SqliteEventStore>.Instance);
        await using var town = new Town(store, [Deal.Type]);
        await town.Do(Deal.Type, new("deal", "huimin", "d-1"), new DealCommand.Agree(5), "office");
        await town.Do(Deal.Type, new("deal", "huimin", "d-2"), new DealCommand.Copy("d-1"), "office");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return default;
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("replay")]
    public async Task Without_their_assembly_the_chain_is_intact_and_the_content_not_known(string command)
    {
        var answer = await Shell.Township(command, "--store", Store);
        answer.Exit.Should().Be(5);
        answer.Lines[^1].Should().Be("Result          The chain is intact; 3 findings are about content not known to this program. Name the assemblies that know it with --rules.");
        answer.Output.Should().Contain("deal/huimin/d-1, version 1, commit 1 [unknown-category] This program does not know the stream category 'deal'");
    }

    [Theory]
    [InlineData("verify", "The history is consistent; no fault was found.")]
    [InlineData("replay", "The history is consistent, and every decision follows from the rules.")]
    public async Task With_it_they_are_folded_and_decided_again(string command, string verdict)
    {
        var answer = await Shell.Township(command, "--store", Store, "--rules", Own);
        (answer.Exit, answer.Error, answer.Lines[^1]).Should().Be((0, "", "Result          " + verdict));
    }

    [Fact]
    public async Task A_state_is_shown_with_it_and_not_known_without_it()
    {
        var shown = await Shell.Township("state", "deal/huimin/d-2", "--store", Store, "--rules", Own, "--format", "json");
        (shown.Exit, shown.Output).Should().Match<(int Exit, string Output)>(a => a.Exit == 0 && a.Output.Contains("\"amount\": 10"), "by the second rules a copy is twice the amount");
        (await Shell.Township("state", "deal/huimin/d-2", "--store", Store)).Exit.Should().Be(5);
        (await Shell.Township("rules", "--rules", Own)).Lines.Should().ContainMatch("deal * 2 * A copy is twice the amount.");
    }

    [Fact]
    public async Task An_assembly_that_is_none_or_holds_none_is_wrong_usage()
    {
        var empty = typeof(System.CommandLine.RootCommand).Assembly.Location;
        (await Shell.Township("verify", "--store", Store, "--rules", empty)).Should().Match<Answer>(a => a.Exit == 2 && a.Error.Contains("it contains no aggregate"));
        var text = Path.Combine(_folder, "text.dll");
        await File.WriteAllTextAsync(text, "no assembly");
        foreach (var file in (string[])[text, Path.Combine(_folder, "missing.dll")])
            (await Shell.Township("verify", "--store", Store, "--rules", file)).Should().Match<Answer>(a => a.Exit == 2 && a.Error.StartsWith("township: --rules"));
    }
}
