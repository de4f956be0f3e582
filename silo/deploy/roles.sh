#!/bin/sh
# Runs once, when the database is made: the role of the silos. What it may do, "migrate --silo township_silo" grants.
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v password="$SILO_PASSWORD" <<'SQL'
CREATE ROLE township_silo LOGIN PASSWORD :'password';
SQL
