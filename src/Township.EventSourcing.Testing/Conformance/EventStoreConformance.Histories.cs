using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    [Fact]
    public async Task A_store_says_which_history_it_holds_and_never_another()
    {
        var history = await Store.ReadHistory();
        Assert.NotEqual(default, history);
        await Append([.. Sample.Commits(A, 3)]);
        Assert.Equal(history, await Store.ReadHistory());
        var (reader, another) = (await OpenReader(), await OpenAnother());
        Assert.Equal((history, history), (await reader.ReadHistory(), await another.ReadHistory()));
        if (reader != Store) await reader.DisposeAsync();
        if (another != Store) await another.DisposeAsync();
        await Reopen();
        Assert.Equal(history, await Store.ReadHistory());
    }
}
