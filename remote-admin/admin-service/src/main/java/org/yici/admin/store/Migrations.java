package org.yici.admin.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings tables to the version that this program knows; a store that is newer is refused. Safe beside a running service. */
public final class Migrations {
    private Migrations() {}

    /** The service's own tables, in the connection's schema. */
    public static void ofService(DataSource database) {
        run(database, "public", "classpath:org/yici/admin/store");
    }

    /** The tables of one platform, in a schema of its own. */
    public static void ofPlatform(DataSource database, String schema, String location) {
        run(database, schema, location);
    }

    private static void run(DataSource database, String schema, String location) {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations(location)
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }
}
