using System.Diagnostics;

namespace Township.Cli.Tests;

public sealed class StoppingTests(StoreFile store) : IClassFixture<StoreFile>
{
    [Fact]
    public async Task Ctrl_C_ends_a_running_command_with_exit_code_130_and_one_line()
    {
        // Enough faults that the command is still at it when the first ones arrive.
        var many = store.Tampered("""
            WITH RECURSIVE n(i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < 105000)
            INSERT INTO streams (stream_id, name, category) SELECT i, 'draw/huimin/' || i, 'draw' FROM n;
            INSERT INTO commits SELECT stream_id, stream_id, 0, 1, randomblob(16), command_name, command_schema, command_data, actor, correlation_id, causation_id, decided_at,
                rules_version, policy_version, calendar_version, code_version, facts, events, 1, hash, log_hash
            FROM commits JOIN (SELECT stream_id AS id FROM streams WHERE stream_id >= 100000) ON 1 WHERE position = 1
            """.Replace("SELECT stream_id, stream_id, 0", "SELECT id, id, 0", StringComparison.Ordinal));
        using var process = Shell.Start(new Dictionary<string, string>(), null, "verify", "--store", many);
        (await process.StandardOutput.ReadLineAsync()).Should().NotBeNull("faults are told as they are found");
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        var rest = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        (process.ExitCode, error).Should().Be((130, "township: Stopped.\n"));
        (await rest).Should().NotContain("Result");
    }
}
