package org.tulpar.server.payara;

import org.w3c.dom.Element;

/**
 * The server-level pool in which Jakarta Batch keeps its jobs: PostgreSQL as the role tulpar_batch,
 * in the schema of the same role. The password stays in the environment.
 */
public final class JobRepository {

  private static final String NAME = "jdbc/batch";
  private static final String POOL = "BatchPool";

  private JobRepository() {}

  public static void apply(DomainXml xml) {
    var resources = xml.child(xml.root(), "resources");
    var pool = xml.named(resources, "jdbc-connection-pool", "name", POOL);
    xml.set(
        pool,
        "datasource-classname",
        "org.postgresql.ds.PGSimpleDataSource",
        "res-type",
        "javax.sql.DataSource");
    xml.set(pool, "steady-pool-size", "1", "max-pool-size", "8", "max-wait-time-in-millis", "5000");
    validation(xml, pool);
    xml.property(pool, "URL", "${ENV=TULPAR_DATABASE_URL}");
    xml.property(pool, "User", "tulpar_batch");
    xml.property(pool, "Password", "${ENV=TULPAR_DATABASE_BATCH_PASSWORD}");
    xml.set(xml.named(resources, "jdbc-resource", "jndi-name", NAME), "pool-name", POOL);
    var server = xml.named(xml.child(xml.root(), "servers"), "server", "name", "server");
    xml.named(server, "resource-ref", "ref", NAME);
    xml.set(
        xml.child(xml.server(), "batch-runtime-configuration"),
        "data-source-lookup-name",
        NAME,
        "schema-name",
        "batch");
  }

  private static void validation(DomainXml xml, Element pool) {
    xml.set(
        pool,
        "is-connection-validation-required",
        "true",
        "connection-validation-method",
        "custom-validation",
        "validation-classname",
        "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
        "fail-all-connections",
        "true");
  }
}
