namespace Township.EventSourcing.PostgreSql;

static class Migration2AppendOnly
{
    // Against accidents of the owner; other roles have no right to begin with. Row by row, because a trigger per
    // statement does not see what is done to a partition directly; TRUNCATE knows no rows, so each partition has its own.
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
