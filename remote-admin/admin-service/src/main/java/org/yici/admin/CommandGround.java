package org.yici.admin;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.yici.admin.config.ConfigFile;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.store.Migrations;

/** What a command stands on that works on the database alone, beside a running service or without one. */
record CommandGround(ServiceConfig config, DataSource database) {
    /** The database's tables are brought up to date first. */
    static CommandGround of(Service service) {
        ServiceConfig config = ConfigFile.read(service.folders()).config();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(config.database().url());
        database.setUser(config.database().user());
        database.setPassword(config.database().password());
        Migrations.ofService(database);
        return new CommandGround(config, database);
    }
}
