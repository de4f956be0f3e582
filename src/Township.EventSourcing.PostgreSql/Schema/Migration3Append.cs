namespace Township.EventSourcing.PostgreSql;

static class Migration3Append
{
    // A function, not statements: it takes one round trip, and it is the only way to insert, so a role can be allowed to append without any
    // other right to insert. It runs with its owner's rights.
    //
    // Writers are ordered by the lock on append_turn. That table is empty on purpose: a head row that each batch updates would leave a dead
    // version every time, and while a backup holds an old snapshot, vacuum could not remove these, and every batch would read all of them.
    //
    // Each statement of a volatile function sees what was committed before the statement began, so reads after the lock are current (READ
    // COMMITTED, which the session sets).
    //
    // Streams whose id the writer does not know are given by name; -1, -2 … refer to them. Heads are those on which the batch depends and
    // which the writer has not seen in this session. Heads that it has seen need no check: they cannot be undone, and if the stream has
    // moved on since, (stream_id, previous_version) is taken and the insert fails.
    //
    // Guards are heads of other streams. Nothing is inserted into these streams, so all guards are checked, by name: a guarded stream that
    // does not exist must not be created.
    public const string Sql = """
        CREATE TABLE {schema}.append_turn ();

        CREATE FUNCTION {schema}.take_turn() RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            LOCK TABLE {schema}.append_turn IN EXCLUSIVE MODE;
        END
        $$;

        CREATE FUNCTION {schema}.append(
            new_names text[], head_streams bigint[], head_versions bigint[], head_hashes bytea[],
            guard_names text[], guard_versions bigint[], guard_hashes bytea[],
            streams bigint[], previous_versions bigint[], event_counts integer[], command_schemas integer[], rules_versions integer[], decided_ats bigint[],
            command_ids uuid[], hashes bytea[], command_names text[], correlation_ids text[], causation_ids text[],
            policy_versions text[], calendar_versions text[], code_versions text[],
            command_datas text[], actors text[], facts text[], events text[],
            OUT first_position bigint, OUT stream_ids bigint[])
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
        DECLARE
            beginning CONSTANT bytea := decode(repeat('00', 32), 'hex');
            head bigint := 0;
            chain bytea := beginning;
            chains bytea[] := '{}';
            one bytea;
            stale boolean;
        BEGIN
            LOCK TABLE {schema}.append_turn IN EXCLUSIVE MODE;
            SELECT c.position, c.log_hash INTO head, chain FROM {schema}.commits c ORDER BY c.position DESC LIMIT 1;
            IF NOT FOUND THEN
                head := 0;
                chain := beginning;
            END IF;

            IF cardinality(guard_names) > 0 THEN
                SELECT EXISTS (
                    SELECT FROM (
                        SELECT unnest(guard_names) AS name, unnest(guard_versions) AS version, unnest(guard_hashes) AS hash
                    ) expected LEFT JOIN {schema}.streams s USING (name) LEFT JOIN LATERAL (
                        SELECT c.previous_version + c.event_count AS version, c.hash FROM {schema}.commits c
                        WHERE c.stream_id = s.stream_id ORDER BY c.previous_version DESC LIMIT 1
                    ) actual ON true
                    WHERE expected.version <> coalesce(actual.version, 0) OR expected.hash <> coalesce(actual.hash, beginning)
                ) INTO stale;
                IF stale THEN
                    RETURN; -- first_position is null: nothing was written.
                END IF;
            END IF;

            IF cardinality(new_names) > 0 THEN
                SELECT array_agg(coalesce(s.stream_id, 0) ORDER BY n.ordinality) INTO stream_ids
                FROM unnest(new_names) WITH ORDINALITY n LEFT JOIN {schema}.streams s ON s.name = n.n;
            END IF;

            IF cardinality(head_streams) > 0 THEN
                SELECT EXISTS (
                    SELECT FROM (
                        SELECT unnest(head_streams) AS stream, unnest(head_versions) AS version, unnest(head_hashes) AS hash
                    ) expected LEFT JOIN LATERAL (
                        SELECT c.previous_version + c.event_count AS version, c.hash FROM {schema}.commits c
                        WHERE c.stream_id = CASE WHEN expected.stream < 0 THEN stream_ids[-expected.stream] ELSE expected.stream END
                        ORDER BY c.previous_version DESC LIMIT 1
                    ) actual ON true
                    WHERE expected.version <> coalesce(actual.version, 0) OR expected.hash <> coalesce(actual.hash, expected.hash)
                ) INTO stale;
                IF stale THEN
                    RETURN;
                END IF;
            END IF;

            IF cardinality(new_names) > 0 THEN
                IF 0 = ANY (stream_ids) THEN
                    INSERT INTO {schema}.categories (name) SELECT split_part(n.n, '/', 1) FROM unnest(new_names) n EXCEPT SELECT c.name FROM {schema}.categories c;
                    INSERT INTO {schema}.streams (stream_id, name, category)
                    SELECT (nextval('{schema}.stream_numbers') << 10) + c.category_id, n.n, c.name
                    FROM unnest(new_names) WITH ORDINALITY n JOIN {schema}.categories c ON c.name = split_part(n.n, '/', 1)
                    WHERE stream_ids[n.ordinality] = 0 ORDER BY n.ordinality;
                    SELECT array_agg(s.stream_id ORDER BY n.ordinality) INTO stream_ids
                    FROM unnest(new_names) WITH ORDINALITY n JOIN {schema}.streams s ON s.name = n.n;
                END IF;
                streams := ARRAY(
                    SELECT CASE WHEN s.s < 0 THEN stream_ids[-s.s] ELSE s.s END FROM unnest(streams) WITH ORDINALITY s ORDER BY s.ordinality);
            END IF;

            first_position := head + 1;
            FOREACH one IN ARRAY hashes LOOP
                head := head + 1;
                chain := sha256(chain || int8send(head) || one);
                chains := array_append(chains, chain);
            END LOOP;

            -- In the select list, not in FROM: there every array would be laid out in memory once more.
            INSERT INTO {schema}.commits (position, stream_id, previous_version, event_count, command_schema, rules_version, decided_at,
                command_id, hash, log_hash, command_name, correlation_id, causation_id,
                policy_version, calendar_version, code_version, command_data, actor, facts, events)
            SELECT generate_series(first_position, head), unnest(streams), unnest(previous_versions), unnest(event_counts), unnest(command_schemas), unnest(rules_versions), unnest(decided_ats),
                unnest(command_ids), unnest(hashes), unnest(chains), unnest(command_names), unnest(correlation_ids), unnest(causation_ids),
                unnest(policy_versions), unnest(calendar_versions), unnest(code_versions), unnest(command_datas), unnest(actors), unnest(facts), unnest(events);
        END
        $$;

        REVOKE ALL ON FUNCTION {schema}.take_turn() FROM PUBLIC;
        REVOKE ALL ON FUNCTION {schema}.append FROM PUBLIC;
        """;
}
