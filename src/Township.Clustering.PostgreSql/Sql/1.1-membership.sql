-- One row per cluster; its version is the turn that writers of the membership take.
CREATE TABLE {schema}.OrleansMembershipVersionTable (
    DeploymentId text COLLATE "C" NOT NULL PRIMARY KEY,
    Timestamp    timestamptz      NOT NULL DEFAULT now(),
    Version      integer          NOT NULL DEFAULT 0
);

-- One row per start of a silo. Every heartbeat updates one: room in the page keeps that from touching an index.
CREATE TABLE {schema}.OrleansMembershipTable (
    DeploymentId text COLLATE "C" NOT NULL REFERENCES {schema}.OrleansMembershipVersionTable (DeploymentId),
    Address      text COLLATE "C" NOT NULL,
    Port         integer          NOT NULL,
    Generation   integer          NOT NULL,
    SiloName     text             NOT NULL,
    HostName     text             NOT NULL,
    Status       integer          NOT NULL,
    ProxyPort    integer          NOT NULL,
    SuspectTimes text,
    StartTime    timestamptz      NOT NULL,
    IAmAliveTime timestamptz      NOT NULL,
    PRIMARY KEY (DeploymentId, Address, Port, Generation)
) WITH (fillfactor = 50);

-- A silo that comes or changes does so in one statement with the turn: whoever lost the turn changes nothing.
-- Who is asked whether it worked gets the number of rows, 0 or 1.
INSERT INTO {schema}.OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', $$
    WITH inserted AS (
        INSERT INTO {schema}.OrleansMembershipVersionTable (DeploymentId) VALUES (@DeploymentId)
        ON CONFLICT DO NOTHING
        RETURNING 1)
    SELECT count(*)::integer FROM inserted
$$),
('InsertMembershipKey', $$
    WITH turn AS (
        UPDATE {schema}.OrleansMembershipVersionTable v SET Version = v.Version + 1, Timestamp = now()
        WHERE v.DeploymentId = @DeploymentId AND v.Version = @Version AND NOT EXISTS (
            SELECT FROM {schema}.OrleansMembershipTable m
            WHERE m.DeploymentId = @DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation)
        RETURNING v.DeploymentId),
    inserted AS (
        INSERT INTO {schema}.OrleansMembershipTable
            (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
        SELECT DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        FROM turn
        RETURNING 1)
    SELECT count(*)::integer FROM inserted
$$),
('UpdateMembershipKey', $$
    WITH turn AS (
        UPDATE {schema}.OrleansMembershipVersionTable v SET Version = v.Version + 1, Timestamp = now()
        WHERE v.DeploymentId = @DeploymentId AND v.Version = @Version AND EXISTS (
            SELECT FROM {schema}.OrleansMembershipTable m
            WHERE m.DeploymentId = @DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation)
        RETURNING v.DeploymentId),
    updated AS (
        UPDATE {schema}.OrleansMembershipTable m
        SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = greatest(m.IAmAliveTime, @IAmAliveTime)
        FROM turn
        WHERE m.DeploymentId = turn.DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation
        RETURNING 1)
    SELECT count(*)::integer FROM updated
$$),
('UpdateIAmAlivetimeKey', $$
    UPDATE {schema}.OrleansMembershipTable SET IAmAliveTime = @IAmAliveTime
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
$$),
-- The version is there even when the silo, or any silo, is not: all of its columns are null then.
('MembershipReadRowKey', $$
    SELECT m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    FROM {schema}.OrleansMembershipVersionTable v
    LEFT JOIN {schema}.OrleansMembershipTable m
        ON m.DeploymentId = v.DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation
    WHERE v.DeploymentId = @DeploymentId
$$),
('MembershipReadAllKey', $$
    SELECT m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    FROM {schema}.OrleansMembershipVersionTable v
    LEFT JOIN {schema}.OrleansMembershipTable m ON m.DeploymentId = v.DeploymentId
    WHERE v.DeploymentId = @DeploymentId
$$),
('GatewaysQueryKey', $$
    SELECT Address, ProxyPort, Generation FROM {schema}.OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0
$$),
('DeleteMembershipTableEntriesKey', $$
    DELETE FROM {schema}.OrleansMembershipTable WHERE DeploymentId = @DeploymentId;
    DELETE FROM {schema}.OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId
$$),
-- 6 is Dead. A silo under suspicion may have been declared dead a moment ago, however old its heartbeat is.
('CleanupDefunctSiloEntriesKey', $$
    DELETE FROM {schema}.OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Status = 6 AND SuspectTimes IS NULL AND StartTime < @IAmAliveTime AND IAmAliveTime < @IAmAliveTime
$$),
-- Orleans has judged the row that it read; it goes if it is still that row.
('CleanupDefunctSiloEntryKey', $$
    DELETE FROM {schema}.OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
        AND Status = 6 AND StartTime = @StartTime AND IAmAliveTime = @IAmAliveTime AND SuspectTimes IS NOT DISTINCT FROM @SuspectTimes
$$);
