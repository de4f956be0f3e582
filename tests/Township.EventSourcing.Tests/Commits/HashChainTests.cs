using static Township.EventSourcing.Tests.AccountCommand;

namespace Township.EventSourcing.Tests;

public sealed class HashChainTests
{
    [Fact]
    public async Task Independent_code_recomputes_the_chain_of_a_real_history()
    {
        await using var bank = new Bank();
        await Play(bank);

        var (log, position) = (Formats.Zero, 0L);
        var hashes = new Dictionary<StreamId, string>();
        await foreach (var commit in bank.Memory.ReadAll())
        {
            hashes[commit.Stream] = Formats.Hash(hashes.GetValueOrDefault(commit.Stream, Formats.Zero), Formats.Of(commit));
            log = Formats.LogHash(log, ++position, hashes[commit.Stream]);
            (commit.Position, commit.Hash.ToString(), commit.LogHash.ToString()).Should().Be((position, hashes[commit.Stream], log));
        }

        position.Should().Be(5);
    }

    [Fact]
    public async Task Every_field_is_covered_by_the_hash()
    {
        await using var bank = new Bank();
        await Play(bank);
        var commit = (await bank.History())[^1];
        var content = commit.Content;
        RecordedCommit[] changed =
        [
            commit with { Stream = Bank.B },
            commit with { FirstVersion = commit.FirstVersion + 1 },
            commit with { Content = content with { CommandId = Guid.Empty } },
            commit with { Content = content with { CommandName = "account.Match" } },
            commit with { Content = content with { CommandSchema = 2 } },
            commit with { Content = content with { CommandData = Flip(content.CommandData) } },
            commit with { Content = content with { Actor = Flip(content.Actor) } },
            commit with { Content = content with { CorrelationId = "" } },
            commit with { Content = content with { CausationId = "" } },
            commit with { Content = content with { DecidedAtMicros = content.DecidedAtMicros + 1 } },
            commit with { Content = content with { Rules = content.Rules with { Policy = "" } } },
            commit with { Content = content with { Rules = content.Rules with { Calendar = "" } } },
            commit with { Content = content with { Rules = content.Rules with { Code = "" } } },
            commit with { Content = content with { Facts = Flip(content.Facts) } },
            commit with { Content = content with { Events = Flip(content.Events) } },
            commit with { Content = content with { EventCount = 2 } },
        ];
        var previous = (await bank.History())[^2].Hash;

        commit.HasHashAfter(previous).Should().BeTrue();
        commit.HasHashAfter(CommitHash.Zero).Should().BeFalse();
        changed.Where(c => c.HasHashAfter(previous)).Should().BeEmpty();
        changed.Select(c => CommitHash.OfCommit(previous, c.Stream, c.FirstVersion, c.Content)).Should().OnlyHaveUniqueItems();
        typeof(CommitContent).GetProperties().Should().HaveCount(13, "a new field must be hashed, and listed above");
    }

    [Fact]
    public async Task A_byte_that_moves_to_the_next_field_changes_the_hash()
    {
        await using var bank = new Bank();
        await Play(bank);
        var content = (await bank.History())[0].Content;

        CommitHash Of(string correlation, string causation) => CommitHash.OfCommit(CommitHash.Zero, Bank.A, 1, content with { CorrelationId = correlation, CausationId = causation });
        Of("ab", "c").Should().NotBe(Of("a", "bc"));
    }

    [Fact]
    public void Hashes_compare_by_their_bytes_and_print_as_hex()
    {
        CommitHash.Zero.Should().Be(new CommitHash(new byte[32])).And.NotBe(new CommitHash([.. new byte[31], 1]));
        CommitHash.Zero.GetHashCode().Should().Be(new CommitHash(new byte[32]).GetHashCode());
        CommitHash.Zero.ToString().Should().Be(Formats.Zero);
        new Action(() => _ = new CommitHash(new byte[31])).Should().Throw<ArgumentException>();
    }

    static async Task Play(Bank bank)
    {
        var (a, b) = (await bank.Session(Bank.A), await bank.Session(Bank.B));
        await b.Execute(new Open("李四"), Bank.Clerk);
        await a.Execute(new Open("张三"), Bank.Clerk);
        await b.Execute(new Deposit(12.50m), Bank.Clerk);
        await b.Execute(new Withdraw(12.50m), Bank.Clerk);
        await a.Execute(new Match("b"), Bank.Clerk with { CausationId = "reminder-7" });
    }

    static JsonBytes Flip(JsonBytes json)
    {
        var bytes = json.Memory.ToArray();
        bytes[^1] ^= 1;
        return new(bytes);
    }
}
