package org.tulpar.tenant;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * The application's doors to PostgreSQL, one per database role. Not XA: a message is never consumed
 * and a row never written in one transaction over two resources (docs/adr/0001).
 */
@DataSourceDefinition(
    name = DataSources.APP,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=tulpar.database.url}",
    user = "tulpar_app",
    password = "${MPCONFIG=tulpar.database.app.password}",
    minPoolSize = 4,
    maxPoolSize = 32,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true",
      "fish.payara.max-wait-time-in-millis=5000"
    })
@DataSourceDefinition(
    name = DataSources.PIPELINE,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=tulpar.database.url}",
    user = "tulpar_pipeline",
    password = "${MPCONFIG=tulpar.database.pipeline.password}",
    minPoolSize = 2,
    maxPoolSize = 16,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true",
      "fish.payara.max-wait-time-in-millis=5000"
    })
@DataSourceDefinition(
    name = DataSources.IDENTITY,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=tulpar.database.url}",
    user = "tulpar_identity",
    password = "${MPCONFIG=tulpar.database.identity.password}",
    minPoolSize = 0,
    maxPoolSize = 8,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true",
      "fish.payara.max-wait-time-in-millis=5000"
    })
@DataSourceDefinition(
    name = DataSources.CONSOLE,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=tulpar.database.url}",
    user = "tulpar_console",
    password = "${MPCONFIG=tulpar.database.console.password}",
    minPoolSize = 0,
    maxPoolSize = 8,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true",
      "fish.payara.max-wait-time-in-millis=5000"
    })
@Singleton
public class DataSources {

  /** Role {@code tulpar_app}: rows of the organization in scope. */
  public static final String APP = "java:app/jdbc/app";

  /**
   * Role {@code tulpar_pipeline}: the work lists of all organizations, business rows of those it
   * serves.
   */
  public static final String PIPELINE = "java:app/jdbc/pipeline";

  /** Role {@code tulpar_identity}: who signs in. */
  public static final String IDENTITY = "java:app/jdbc/identity";

  /** Role {@code tulpar_console}: jobs, backups, and whether channels are connected. */
  public static final String CONSOLE = "java:app/jdbc/console";
}
