using System.Globalization;
using System.Text;

namespace Township.EventSourcing.PostgreSql;

static class Migration1Tables
{
    // JSON is text: PostgreSQL keeps its bytes, json would parse each one again, and jsonb would change them. A stream's id ends with its
    // category's id, in ten bits, so that an index of commits by category needs no column and no look-up per commit, and cannot
    // contradict the stream. The index is (command_id, stream_id) in this order: ids are time-ordered, so inserts stay at its right edge.
    // There is no foreign key from commits to streams: it would cost a look-up per commit, and the only function that inserts commits has
    // already looked up the stream.
    const string Tables = """
        CREATE TABLE {schema}.history (id uuid NOT NULL);
        CREATE UNIQUE INDEX history_is_one ON {schema}.history ((true));
        INSERT INTO {schema}.history (id) VALUES (gen_random_uuid());

        CREATE TABLE {schema}.categories (
            category_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY CHECK (category_id BETWEEN 1 AND 1023),
            name        text COLLATE "C" NOT NULL UNIQUE
        );

        CREATE SEQUENCE {schema}.stream_numbers;

        CREATE TABLE {schema}.streams (
            stream_id bigint PRIMARY KEY, -- one of stream_numbers << 10 | category_id
            name      text COLLATE "C" NOT NULL UNIQUE,
            category  text COLLATE "C" NOT NULL,
            CHECK (left(name, length(category) + 1) = category || '/')
        );

        CREATE TABLE {schema}.commits (
            position         bigint  NOT NULL,
            stream_id        bigint  NOT NULL,
            previous_version bigint  NOT NULL,
            event_count      integer NOT NULL,
            command_schema   integer NOT NULL,
            rules_version    integer NOT NULL,
            decided_at       bigint  NOT NULL,
            command_id       uuid    NOT NULL,
            hash             bytea   NOT NULL,
            log_hash         bytea   NOT NULL,
            command_name     text    NOT NULL,
            correlation_id   text    NOT NULL,
            causation_id     text    NOT NULL,
            policy_version   text    NOT NULL,
            calendar_version text    NOT NULL,
            code_version     text    NOT NULL,
            command_data     text    NOT NULL,
            actor            text    NOT NULL,
            facts            text    NOT NULL,
            events           text    NOT NULL,
            CONSTRAINT commits_shape CHECK (position > 0 AND previous_version >= 0 AND event_count > 0
                AND octet_length(hash) = 32 AND octet_length(log_hash) = 32),
            CONSTRAINT commits_version UNIQUE (stream_id, previous_version),
            CONSTRAINT commits_command UNIQUE (command_id, stream_id)
        )
        """;

    /// <param name="partitions">The number of partitions, by stream, of the commits; 1 for a plain table.</param>
    public static string Sql(int partitions) => (partitions <= 1
        ? $"{Tables};\n\nCREATE UNIQUE INDEX commits_position ON {{schema}}.commits (position);\n"
        : Partitioned(partitions)) + "CREATE INDEX commits_category ON {schema}.commits ((stream_id & 1023), position);\n";

    // By stream, not by range of positions: only then can the database itself keep (stream, version) and (stream, command id)
    // unique over all partitions.
    static string Partitioned(int partitions)
    {
        var sql = new StringBuilder(Tables).Append(" PARTITION BY HASH (stream_id);\n");
        for (var part = 0; part < partitions; part++)
            sql.Append(CultureInfo.InvariantCulture, $$"""

                CREATE TABLE {schema}.commits_{{part}} PARTITION OF {schema}.commits FOR VALUES WITH (MODULUS {{partitions}}, REMAINDER {{part}});
                CREATE UNIQUE INDEX commits_{{part}}_position ON {schema}.commits_{{part}} (position);

                """);
        return sql.ToString();
    }
}
