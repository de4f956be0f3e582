namespace Township.EventSourcing.PostgreSql;

static class Migration2AppendOnly
{
    // Protects against accidents of the owner; other roles have no such rights anyway. Row triggers, because a statement trigger does not
    // see changes made directly to a partition; TRUNCATE has no row trigger, so each partition has its own statement trigger.
    public const string Sql = """
        CREATE FUNCTION {schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'restrict_violation';
        END
        $$;

        CREATE TRIGGER commits_never_change BEFORE UPDATE OR DELETE ON {schema}.commits
            FOR EACH ROW EXECUTE FUNCTION {schema}.refuse_change();

        CREATE TRIGGER streams_never_change BEFORE UPDATE OR DELETE ON {schema}.streams
            FOR EACH ROW EXECUTE FUNCTION {schema}.refuse_change();

        CREATE TRIGGER categories_never_change BEFORE UPDATE OR DELETE ON {schema}.categories
            FOR EACH ROW EXECUTE FUNCTION {schema}.refuse_change();

        CREATE TRIGGER history_never_changes BEFORE UPDATE OR DELETE ON {schema}.history
            FOR EACH ROW EXECUTE FUNCTION {schema}.refuse_change();

        DO $$
        DECLARE
            t regclass;
        BEGIN
            FOR t IN SELECT oid FROM pg_class
                WHERE relnamespace = '{schema}'::regnamespace AND relkind IN ('r', 'p') AND relname ~ '^(commits|streams|categories|history)'
            LOOP
                EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change()', t);
            END LOOP;
        END
        $$;

        REVOKE ALL ON FUNCTION {schema}.refuse_change() FROM PUBLIC;
        """;
}
