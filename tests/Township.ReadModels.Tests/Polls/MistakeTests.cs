namespace Township.Polls;

/// <summary>What is wrong with a read model is told when the catalogue is made, in a sentence that names the type and the mend.</summary>
public sealed class MistakeTests
{
    sealed record Unmarked(string Township, string Id);

    [RowTable("Polls!")]
    sealed record Misnamed(string Township, string Id);

    [RowTable("polls")]
    sealed record Keyless(string Id, int Votes);

    [RowTable("polls")]
    sealed record LateKey(string Township, string Id, int Votes, [RowKey] int Number);

    [RowTable("polls")]
    sealed record OpenKey(string Township, string Id, [RowKey] int? Number);

    [RowTable("polls")]
    sealed record Unstorable(string Township, string Id, TimeSpan Lasts);

    [RowTable("polls")]
    sealed record Doubled(string Township, string Id, string Owner, string OwnerId);

    [RowTable("polls"), RowIndex("owner")]
    sealed record BadIndex(string Township, string Id);

    [RowTable("polls")]
    sealed record BadlyHidden(string Township, string Id, [NotListed] int Votes);

    [Theory]
    [InlineData(typeof(Unmarked), "Unmarked is no row: mark it with [RowTable(\"…\")].")]
    [InlineData(typeof(Misnamed), "Misnamed has the table 'Polls!': use a-z, 0-9 and '_', at most 40 characters.")]
    [InlineData(typeof(Keyless), "Keyless has no key: begin it with string Township and the string id of the stream.")]
    [InlineData(typeof(LateKey), "LateKey has the key Number behind other columns: put [RowKey] columns behind the id of the stream.")]
    [InlineData(typeof(OpenKey), "OpenKey has the key Number, which may be null: a key never is.")]
    [InlineData(typeof(Unstorable), "Unstorable has the property Lasts of type TimeSpan, which no column can hold: see [RowTable] for the types.")]
    [InlineData(typeof(Doubled), "Doubled names the column 'owner' twice: rename a property.")]
    [InlineData(typeof(BadIndex), "BadIndex has an index on 'owner', which is none of its columns.")]
    [InlineData(typeof(BadlyHidden), "BadlyHidden has the [NotListed] property Votes, which cannot be null in lists: make it nullable.")]
    public void A_record_that_is_no_row(Type row, string told) => row.Invoking(r => new RowTable(r)).Should().Throw<SetupException>().WithMessage(told);

    public sealed record WithoutTable : PollOf<WithoutTable, PollView>, IAggregate<WithoutTable, PollCommand, PollEvent, PollView>
    {
        public static WithoutTable Evolve(WithoutTable state, PollEvent e) => state;

        public static PollView View(WithoutTable state, StreamId stream) => new(0);

        public static IEnumerable<PollView> Rows(WithoutTable state, StreamId stream) => [];
    }

    public sealed record OneRow : PollOf<OneRow, PollView>, IAggregate<OneRow, PollCommand, PollEvent, PollView>
    {
        public static OneRow Evolve(OneRow state, PollEvent e) => state;

        public static PollView View(OneRow state, StreamId stream) => new(0);

        public static PollRow Rows(OneRow state, StreamId stream) => new("", "", 0);
    }

    public sealed record OtherArguments : PollOf<OtherArguments, PollView>, IAggregate<OtherArguments, PollCommand, PollEvent, PollView>
    {
        public static OtherArguments Evolve(OtherArguments state, PollEvent e) => state;

        public static PollView View(OtherArguments state, StreamId stream) => new(0);

        public static IEnumerable<PollRow> Rows(OtherArguments state, string id) => [];
    }

    public sealed record Twice : PollOf<Twice, PollView>, IAggregate<Twice, PollCommand, PollEvent, PollView>
    {
        public static Twice Evolve(Twice state, PollEvent e) => state;

        public static PollView View(Twice state, StreamId stream) => new(0);

        public static IEnumerable<PollRow> Rows(Twice state) => [];

        public static IEnumerable<PollRow> More(Twice state) => [];
    }

    public sealed record PartsOnly : PollOf<PartsOnly, PollView>, IAggregate<PartsOnly, PollCommand, PollEvent, PollView>
    {
        public static PartsOnly Evolve(PartsOnly state, PollEvent e) => state;

        public static PollView View(PartsOnly state, StreamId stream) => new(0);

        public static IEnumerable<PollOptionRow> Rows(PartsOnly state) => [];
    }

    [Theory]
    [InlineData(typeof(WithoutTable), "PollView is no row: mark it with [RowTable(\"…\")].")]
    [InlineData(typeof(OneRow), "OneRow.Rows returns a single PollRow: return IEnumerable<PollRow>.")]
    [InlineData(typeof(OtherArguments), "OtherArguments.Rows returns rows of PollRow: its parameters must be the state, or the state and the stream.")]
    [InlineData(typeof(Twice), "Twice returns the rows of PollRow from two functions: keep one of them.")]
    [InlineData(typeof(PartsOnly), "PartsOnly needs exactly one table with one row per stream, which names its read model: add [RowKey] to the others.")]
    public void An_aggregate_that_says_no_rows(Type aggregate, string told) =>
        aggregate.Invoking(a => ReadModelCatalogue.Of(a)).Should().Throw<SetupException>().WithMessage(told);

    [Fact]
    public void Two_tables_of_one_name_and_rows_that_nobody_says()
    {
        FluentActions.Invoking(() => ReadModelCatalogue.Of([typeof(Poll), typeof(WiderPoll)], [])).Should().Throw<SetupException>()
            .WithMessage("PollRow and WiderPollRow both have the table 'polls': rename one.");
        FluentActions.Invoking(() => ReadModelCatalogue.Of([typeof(WiderPoll)], [typeof(WiderPollRow), typeof(PollOptionRow)])).Should().Throw<SetupException>()
            .WithMessage("No aggregate returns rows of PollOptionRow: add public static IEnumerable<PollOptionRow> Rows(X state, StreamId stream) in the aggregate.");
    }
}
