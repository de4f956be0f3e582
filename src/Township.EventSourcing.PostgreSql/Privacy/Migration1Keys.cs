namespace Township.EventSourcing.PostgreSql;

static class Migration1Keys
{
    // Autovacuum runs as soon as a row is dead, because an erased secret remains in a dead row until then.
    public const string Sql = """
        CREATE TABLE {schema}.keys (
            township   text COLLATE "C" NOT NULL,
            subject    text COLLATE "C" NOT NULL,
            generation integer NOT NULL,
            secret     bytea   NOT NULL,
            created_at bigint  NOT NULL,
            erased_at  bigint,
            erased_by  text,
            erased_for text,
            CONSTRAINT keys_generation PRIMARY KEY (township, subject, generation),
            CONSTRAINT keys_shape CHECK (generation >= 1 AND octet_length(secret) = CASE WHEN erased_at IS NULL THEN 32 ELSE 0 END
                AND (erased_at IS NULL) = (erased_by IS NULL) AND (erased_at IS NULL) = (erased_for IS NULL))
        ) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

        CREATE UNIQUE INDEX keys_one_in_use ON {schema}.keys (township, subject) WHERE erased_at IS NULL;

        CREATE TABLE {schema}.adoptions (
            number           integer NOT NULL PRIMARY KEY CHECK (number >= 1),
            history          uuid    NOT NULL,
            first_generation integer NOT NULL CHECK (first_generation >= 1),
            adopted_at       bigint  NOT NULL,
            adopted_by       text    NOT NULL,
            adopted_for      text    NOT NULL
        );

        CREATE FUNCTION {schema}.keep_adoptions() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'adoptions stay on record' USING ERRCODE = 'restrict_violation';
        END
        $$;

        CREATE TRIGGER adoptions_never_change BEFORE UPDATE OR DELETE ON {schema}.adoptions
            FOR EACH ROW EXECUTE FUNCTION {schema}.keep_adoptions();

        CREATE TRIGGER adoptions_never_truncated BEFORE TRUNCATE ON {schema}.adoptions
            FOR EACH STATEMENT EXECUTE FUNCTION {schema}.keep_adoptions();

        REVOKE ALL ON FUNCTION {schema}.keep_adoptions() FROM PUBLIC;

        CREATE FUNCTION {schema}.only_erase() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
                AND (NEW.township, NEW.subject, NEW.generation, NEW.created_at) = (OLD.township, OLD.subject, OLD.generation, OLD.created_at) THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'a key in use is erased, and nothing else about it changes' USING ERRCODE = 'restrict_violation';
        END
        $$;

        CREATE TRIGGER keys_are_only_erased BEFORE UPDATE OR DELETE ON {schema}.keys
            FOR EACH ROW EXECUTE FUNCTION {schema}.only_erase();

        CREATE TRIGGER keys_never_truncated BEFORE TRUNCATE ON {schema}.keys
            FOR EACH STATEMENT EXECUTE FUNCTION {schema}.only_erase();

        REVOKE ALL ON FUNCTION {schema}.only_erase() FROM PUBLIC;
        """;
}
