namespace Township.Auditing.Tests;

/// <summary>
/// Every column of every row of the database changed by one byte, every row deleted, every two neighbours swapped,
/// past the triggers that guard them: each is found, and the place is named.
/// </summary>
public sealed class StoredRowTests(StoredRows rows) : IClassFixture<StoredRows>
{
    /// <summary>A row of <c>commits</c> or <c>streams</c>, and what a fault must mention to name it.</summary>
    sealed record Row(long Id, StreamId Stream, params Place[] Places);

    /// <param name="Position">A commit's position.</param>
    /// <param name="Version">The first version of that commit.</param>
    sealed record Place(long Position, long Version);

    [Fact]
    public async Task The_history_stands_in_its_tables_and_is_whole()
    {
        rows.Read("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", r => r.GetString(0))
            .Should().Equal("categories", "commits", "history", "meta", "streams");
        rows.Read("SELECT count(*) FROM meta", r => r.GetInt64(0)).Should().Equal([0], "only an open store notes something there");
        (await rows.FaultsAfter("SELECT 1")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("commits")]
    [InlineData("streams")]
    public async Task A_byte_changed_in_any_column_of_any_row_is_found_at_its_place(string table)
    {
        var columns = rows.Read($"SELECT name, type FROM pragma_table_info('{table}')", r => (r.GetString(0), r.GetString(1)));
        foreach (var row in Rows(table))
        {
            foreach (var (column, type) in columns) await AnyChangeIsFound(table, column, type, row);
        }
    }

    async Task AnyChangeIsFound(string table, string column, string type, Row row)
    {
        var (changed, set) = (0, type == "TEXT" ? "CAST(@value AS TEXT)" : "@value");
        foreach (var value in OneByteOff(table, column, type, row))
        {
            if (await rows.FaultsAfter($"UPDATE {table} SET {column} = {set} WHERE rowid = {row.Id}", value) is not { } faults) continue;
            changed++;
            faults.Should().Contain(f => Names(f, row), $"{table}.{column} of row {row.Id} became {Show(value)}");
        }

        changed.Should().BePositive($"some change of {table}.{column} must be possible in row {row.Id}");
    }

    [Fact]
    public async Task A_changed_or_deleted_category_is_found_at_its_streams()
    {
        foreach (var category in rows.Read("SELECT name FROM categories", r => r.GetString(0)))
            foreach (var sql in (string[])[$"UPDATE categories SET name = name || 'x' WHERE name = '{category}'", $"DELETE FROM categories WHERE name = '{category}'"])
            {
                var told = (await rows.FaultsAfter(sql))!.Select(f => f.English).ToList();
                foreach (var stream in Rows("streams").Where(r => r.Stream.Category == category).Select(r => r.Stream))
                    told.Should().Contain(t => t.Contains($"stream {stream}: its id is not one of its category", StringComparison.Ordinal), sql);
            }
    }

    [Fact]
    public async Task A_deleted_row_is_found_at_its_place_but_the_last_one_only_by_the_noted_end_of_the_log()
    {
        foreach (var row in Rows("commits"))
        {
            var deletion = $"DELETE FROM commits WHERE position = {row.Id}";
            if (row.Id < rows.Noted.Head.Position) (await rows.FaultsAfter(deletion)).Should().Contain(f => Names(f, row), deletion);
            else (await rows.FaultsAfter(deletion)).Should().BeEmpty("docs/audit.md says so");
            (await rows.FaultsAfter(deletion, checkpoint: rows.Noted)).Should().NotBeEmpty(deletion);
        }

        foreach (var row in Rows("streams"))
            (await rows.FaultsAfter($"DELETE FROM streams WHERE stream_id = {row.Id}")).Should().Contain(f => Names(f, row), $"stream {row.Id}");
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_anywhere_is_found_by_the_noted_end_of_the_log()
    {
        foreach (var (from, _, _) in Rows("commits"))
        {
            var cut = $"DELETE FROM commits WHERE position >= {from}; DELETE FROM streams WHERE stream_id NOT IN (SELECT stream_id FROM commits)";
            (await rows.FaultsAfter(cut)).Should().BeEmpty("nothing inside the store shows it");
            (await rows.FaultsAfter(cut, checkpoint: rows.Noted)).Should().Equal(
                [new Fault("checkpoint", new(null, null, from - 1), $"{rows.Noted.Head.Position}", $"{from - 1}",
                    $"记录与以前抄录的核对点不符：应为 {rows.Noted.Head.Position}，实为 {from - 1}。",
                    $"The history does not fit the checkpoint kept outside: expected {rows.Noted.Head.Position}, found {from - 1}.")], cut);
        }
    }

    [Fact]
    public async Task Two_swapped_rows_are_found_at_both_places()
    {
        var commits = Rows("commits");
        IEnumerable<IReadOnlyList<Row>> neighbourhoods = [commits, .. commits.GroupBy(c => c.Stream).Select(s => s.ToList())];
        foreach (var (first, second) in neighbourhoods.SelectMany(n => n.Zip(n.Skip(1))))
            await AreFound(Swap("commits", "position", first.Id, second.Id), first, second);
        var streams = Rows("streams");
        await AreFound(Swap("streams", "stream_id", streams[0].Id, streams[1].Id), streams[0], streams[1]);
    }

    async Task AreFound(string sql, params Row[] touched)
    {
        var faults = await rows.FaultsAfter(sql);
        foreach (var row in touched) faults.Should().Contain(f => Names(f, row), sql);
    }

    static string Swap(string table, string key, long first, long second) => $"""
        UPDATE {table} SET {key} = -1 WHERE {key} = {first};
        UPDATE {table} SET {key} = {first} WHERE {key} = {second};
        UPDATE {table} SET {key} = {second} WHERE {key} = -1
        """;

    List<Row> Rows(string table)
    {
        var commits = rows.Read("SELECT position, name, previous_version + 1, stream_id FROM commits JOIN streams USING (stream_id) ORDER BY position",
            r => (Stream: r.GetInt64(3), Row: new Row(r.GetInt64(0), StreamId.Parse(r.GetString(1)), new Place(r.GetInt64(0), r.GetInt64(2)))));
        return table == "commits"
            ? [.. commits.Select(c => c.Row)]
            : [.. commits.GroupBy(c => c.Stream).Select(s => new Row(s.Key, s.First().Row.Stream, [.. s.SelectMany(c => c.Row.Places)]))];
    }

    // Faults outside the hash chain say in their text which row they mean.
    static bool Names(Fault fault, Row row) =>
        row.Places.Any(p => fault.Location.Position == p.Position || (fault.Location.Stream == row.Stream && fault.Location.Version == p.Version)
            || fault.English.Contains($"position {p.Position}:", StringComparison.Ordinal) || fault.English.Contains($"row {p.Position} of commits", StringComparison.Ordinal))
        || (row.Places.Length > 1 && fault.English.Contains($"stream {row.Stream}", StringComparison.Ordinal));

    IEnumerable<object> OneByteOff(string table, string column, string type, Row row)
    {
        if (type == "INTEGER")
        {
            var number = rows.Read($"SELECT {column} FROM {table} WHERE rowid = {row.Id}", r => r.GetInt64(0)).Single();
            return [number ^ 0x40, .. Enumerable.Range(0, sizeof(long)).Select(i => (object)(number ^ (1L << (8 * i))))];
        }

        var bytes = rows.Read($"SELECT CAST({column} AS BLOB) FROM {table} WHERE rowid = {row.Id}", r => r.GetFieldValue<byte[]>(0)).Single();
        byte[] longer = [.. bytes, (byte)' '];
        return bytes is [] ? [longer] : [longer, bytes[..^1], With(0, 0x01), With(bytes.Length / 2, 0x01), With(bytes.Length / 2, 0x80), With(bytes.Length - 1, 0x20)];

        byte[] With(int index, byte bits)
        {
            var other = bytes.ToArray();
            other[index] ^= bits;
            return other;
        }
    }

    static string Show(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
