-- What Orleans' ADO.NET providers ask for. They read the text of every query from OrleansQuery when they start, and so
-- find their tables wherever these are; the names of that table, of the keys, the parameters and the columns that
-- are read are theirs.
CREATE TABLE {schema}.OrleansQuery (
    QueryKey  text COLLATE "C" NOT NULL PRIMARY KEY,
    QueryText text NOT NULL
);
