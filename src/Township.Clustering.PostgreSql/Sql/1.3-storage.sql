-- Grain storage. Orleans also hands in hashes of the two texts, for databases that cannot index them; here the key is
-- compared as it is.
CREATE TABLE {schema}.OrleansStorage (
    ServiceId              text COLLATE "C" NOT NULL,
    GrainTypeString        text COLLATE "C" NOT NULL,
    GrainIdExtensionString text COLLATE "C" NOT NULL,
    GrainIdN0              bigint           NOT NULL,
    GrainIdN1              bigint           NOT NULL,
    Version                integer          NOT NULL,
    ModifiedOn             timestamptz      NOT NULL DEFAULT now(),
    PayloadBinary          bytea,
    PRIMARY KEY (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1)
);

-- A version of NULL says to Orleans that somebody else wrote in between; no row at all would say nothing to it.
-- A writer who knows no version expects that there is no row yet.
INSERT INTO {schema}.OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', $$
    SELECT PayloadBinary, Version FROM {schema}.OrleansStorage
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '')
        AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
$$),
('WriteToStorageKey', $$
    WITH updated AS (
        UPDATE {schema}.OrleansStorage SET PayloadBinary = @PayloadBinary, Version = Version + 1, ModifiedOn = now()
        WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '')
            AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND Version = @GrainStateVersion
        RETURNING Version),
    inserted AS (
        INSERT INTO {schema}.OrleansStorage (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, Version, PayloadBinary)
        SELECT @ServiceId, @GrainTypeString, coalesce(@GrainIdExtensionString, ''), @GrainIdN0, @GrainIdN1, 1, @PayloadBinary
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING Version)
    SELECT (SELECT Version FROM updated UNION ALL SELECT Version FROM inserted) AS NewGrainStateVersion
$$),
-- Cleared is empty, with a version that goes on; deleted is gone.
('ClearStorageKey', $$
    WITH cleared AS (
        UPDATE {schema}.OrleansStorage SET PayloadBinary = NULL, Version = Version + 1, ModifiedOn = now()
        WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '')
            AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND Version = @GrainStateVersion
        RETURNING Version)
    SELECT (SELECT Version FROM cleared) AS NewGrainStateVersion
$$),
('DeleteStorageKey', $$
    WITH deleted AS (
        DELETE FROM {schema}.OrleansStorage
        WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '')
            AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND Version = @GrainStateVersion
        RETURNING Version)
    SELECT (SELECT Version + 1 FROM deleted) AS NewGrainStateVersion
$$);
