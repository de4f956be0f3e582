using System.Reflection;
using System.Text.Json;

namespace Township;

/// <summary>Whatever an aggregate says, stores or shows survives being written and read. Holds for every aggregate that is listed.</summary>
public sealed class JsonRoundTripTests
{
    public static TheoryData<string> Categories => [.. TownshipAggregates.All.Select(a => a.Category)];

    [Fact]
    public void The_aggregates_are_found_in_the_order_of_their_categories() =>
        TownshipAggregates.All.Select(a => a.Category).Should().Equal(
            "ahead-stream", "body", "cadre", "deduction", "disclosure", "draw", "hearing", "issue-report", "livelihood", "measure", "meeting",
            "notice", "pledge", "pledge-form", "post", "promise", "roster", "supervisor", "township", "village");

    [Theory]
    [MemberData(nameof(Categories))]
    public void Every_event_command_view_and_state_is_read_as_it_was_written(string category)
    {
        var aggregate = TownshipAggregates.Find(category)!;
        typeof(JsonRoundTripTests).GetMethod(nameof(RoundTrip), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(aggregate.GetType().GetGenericArguments()).Invoke(null, [aggregate]);
    }

    static void RoundTrip<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        foreach (TEvent e in Samples.Of(typeof(TEvent))) type.Events.Deserialize(type.Events.Serialize(e)).Should().Be(e);
        foreach (TCommand command in Samples.Of(typeof(TCommand))) type.Commands.Deserialize(type.Commands.Serialize(command)).Should().Be(command);
        foreach (TState state in Samples.Of(typeof(TState))) type.ReadState(type.WriteState(state)).Should().Be(state);
        foreach (TView view in Samples.Of(typeof(TView)))
            JsonSerializer.Deserialize<TView>(JsonSerializer.SerializeToUtf8Bytes(view, KernelJson.Default), KernelJson.Default).Should().Be(view);
    }
}
