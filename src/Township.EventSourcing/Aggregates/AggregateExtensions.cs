namespace Township.EventSourcing;

/// <summary>Members that every aggregate type has.</summary>
public static class AggregateExtensions
{
    extension<TState, TCommand, TEvent, TView>(IAggregate<TState, TCommand, TEvent, TView>)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        /// <summary>
        /// The aggregate with everything that is needed to store, fold and decide it: <c>Promise.Type</c>. The four type arguments come
        /// from the interface that the aggregate implements.
        /// </summary>
        /// <exception cref="TypeInitializationException">The aggregate is incomplete; the inner exception says what is missing.</exception>
        public static AggregateType<TState, TCommand, TEvent, TView> Type => AggregateType<TState, TCommand, TEvent, TView>.Instance;
    }
}
