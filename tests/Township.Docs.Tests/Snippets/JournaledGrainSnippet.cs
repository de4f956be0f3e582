// <snippet>
using System.Threading.Tasks;
using Orleans;
using Orleans.EventSourcing;
using Orleans.Hosting;
using Orleans.Providers;
using Township;
using Township.EventSourcing;

namespace Bank;

static class Accounts
{
    public static ISiloBuilder AddAccounts(this ISiloBuilder silo) => silo
        .AddTownship() // Opens the store; without Township's domain: AddEventSourcing.
        .AddTownshipLogConsistencyProvider(configure: journal => journal.Events
            .Add<Deposited>("account.deposited")
            .Add<Withdrawn>("account.withdrawn"));
}

[GrainType("account"), LogConsistencyProvider(ProviderName = "Township")]
public sealed class AccountGrain : JournaledGrain<Account, AccountEvent>, IAccountGrain
{
    public async Task Deposit(decimal amount)
    {
        RaiseEvent(new Deposited { Amount = amount });
        await ConfirmEvents(); // Durable when it returns; AggregateFailureException when it is not.
    }

    public Task<bool> Withdraw(decimal amount) =>
        State.Balance < amount ? Task.FromResult(false) : RaiseConditionalEvent(new Withdrawn { Amount = amount });
}

[Alias("account")]
public interface IAccountGrain : IGrainWithStringKey
{
    [Alias("deposit")]
    Task Deposit(decimal amount);

    [Alias("withdraw")]
    Task<bool> Withdraw(decimal amount);
}

public abstract class AccountEvent;

public sealed class Deposited : AccountEvent
{
    public decimal Amount { get; set; }
}

public sealed class Withdrawn : AccountEvent
{
    public decimal Amount { get; set; }
}

[GenerateSerializer, Alias("account.state")]
public sealed class Account
{
    [Id(0)]
    public decimal Balance { get; set; }

    public void Apply(Deposited e) => Balance += e.Amount;

    public void Apply(Withdrawn e) => Balance -= e.Amount;
}
// </snippet>
