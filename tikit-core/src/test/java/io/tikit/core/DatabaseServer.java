package io.tikit.core;

/** A real server with one database, for the tests of a class. Whoever closes it waits for its end. */
interface DatabaseServer extends AutoCloseable {
    /** Lets an engine keep its rows there. */
    void below(TikitEngine.Builder builder);

    /** Where the database is, with the name to come in by. */
    String url();

    /** Takes all rows out of all tables, which is faster than a new database with its migrations. */
    void empty();

    /** How many rows a table has. */
    long count(String table);

    @Override
    void close();
}
