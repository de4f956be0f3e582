// <snippet>
using Orleans;
using Township;
using Township.EventSourcing;
using Township.Promises;

static class Reminders
{
    public static async Task<IReadOnlyList<PromiseRow>> Overdue(IClusterClient client, DateOnly today)
    {
        using var _ = CallerContext.Use(new Actor("c-001", "songfan", [Roles.Office]));
        var promises = client.GetGrain<IPromiseQueriesGrain>("songfan");
        var (found, next) = (new List<PromiseRow>(), (string?)null);
        do
        {
            var page = await promises.Overdue(today, new PageRequest(Limit: 100, After: next));
            found.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return found;
    }
}
// </snippet>
