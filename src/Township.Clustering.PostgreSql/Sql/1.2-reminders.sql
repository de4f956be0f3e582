CREATE TABLE {schema}.OrleansRemindersTable (
    ServiceId    text COLLATE "C" NOT NULL,
    GrainId      text COLLATE "C" NOT NULL,
    ReminderName text COLLATE "C" NOT NULL,
    StartTime    timestamptz      NOT NULL,
    Period       bigint           NOT NULL, -- Milliseconds.
    GrainHash    integer          NOT NULL,
    Version      integer          NOT NULL,
    PRIMARY KEY (ServiceId, GrainId, ReminderName)
);

CREATE INDEX reminders_by_hash ON {schema}.OrleansRemindersTable (ServiceId, GrainHash);

INSERT INTO {schema}.OrleansQuery (QueryKey, QueryText) VALUES
('UpsertReminderRowKey', $$
    INSERT INTO {schema}.OrleansRemindersTable AS r (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (ServiceId, GrainId, ReminderName) DO UPDATE
        SET StartTime = excluded.StartTime, Period = excluded.Period, GrainHash = excluded.GrainHash, Version = r.Version + 1
    RETURNING Version
$$),
('ReadReminderRowKey', $$
    SELECT GrainId, ReminderName, StartTime, Period, Version FROM {schema}.OrleansRemindersTable
    WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName
$$),
('ReadReminderRowsKey', $$
    SELECT GrainId, ReminderName, StartTime, Period, Version FROM {schema}.OrleansRemindersTable
    WHERE ServiceId = @ServiceId AND GrainId = @GrainId
$$),
-- A part of the ring of hashes, and one that goes over its end.
('ReadRangeRows1Key', $$
    SELECT GrainId, ReminderName, StartTime, Period, Version FROM {schema}.OrleansRemindersTable
    WHERE ServiceId = @ServiceId AND GrainHash > @BeginHash AND GrainHash <= @EndHash
$$),
('ReadRangeRows2Key', $$
    SELECT GrainId, ReminderName, StartTime, Period, Version FROM {schema}.OrleansRemindersTable
    WHERE ServiceId = @ServiceId AND (GrainHash > @BeginHash OR GrainHash <= @EndHash)
$$),
('DeleteReminderRowKey', $$
    WITH deleted AS (
        DELETE FROM {schema}.OrleansRemindersTable
        WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName AND Version = @Version
        RETURNING 1)
    SELECT count(*)::integer FROM deleted
$$),
('DeleteReminderRowsKey', $$
    DELETE FROM {schema}.OrleansRemindersTable WHERE ServiceId = @ServiceId
$$);
