namespace Township.EventSourcing.Tests;

/// <summary>The commands of the test aggregate.</summary>
public abstract record AccountCommand : ICommand
{
    AccountCommand() { }

    public Guid CommandId { get; init; } = Guid.CreateVersion7();

    [CommandName("account.open")] public sealed record Open(string Owner) : AccountCommand;
    [CommandName("account.deposit")] public sealed record Deposit(decimal Amount) : AccountCommand;
    [CommandName("account.withdraw")] public sealed record Withdraw(decimal Amount) : AccountCommand;
    [CommandName("account.match")] public sealed record Match(string Other) : AccountCommand;
    [CommandName("account.attach")] public sealed record Attach([Text(8_000_000)] string Document) : AccountCommand;
    [CommandName("account.break")] public sealed record Break : AccountCommand;
}

public abstract record AccountEvent
{
    AccountEvent() { }

    [EventName("account.opened")] public sealed record Opened(string Owner) : AccountEvent;
    [EventName("account.deposited")] public sealed record Deposited(decimal Amount) : AccountEvent;
    [EventName("account.withdrawn")] public sealed record Withdrawn(decimal Amount) : AccountEvent;
    [EventName("account.emptied")] public sealed record Emptied(DateTimeOffset At) : AccountEvent;
    [EventName("account.attached")] public sealed record Attached(string Document) : AccountEvent;
    [EventName("account.broken")] public sealed record Broken : AccountEvent;
}

public sealed record AccountView(string? Owner, decimal Balance);
