package org.tulpar.tests.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.RowSecurity;
import org.tulpar.tenant.TenantScope;

/**
 * The product's entities outside a server, read and written by the server's own JPA: each piece of
 * work is a transaction of the application's role for one organization.
 */
final class Entities implements AutoCloseable {

  private final EntityManagerFactory factory;
  private final ThreadLocal<EntityManager> running = new ThreadLocal<>();

  Entities(Class<?>... entities) {
    factory =
        new PersistenceProvider()
            .createContainerEntityManagerFactory(
                unit(Database.source("tulpar_app"), entities),
                Map.of("eclipselink.weaving", "false", "eclipselink.logging.level", "WARNING"));
  }

  /** As {@code persistence.xml} says it, but for the server's transactions. */
  @SuppressWarnings("deprecation") // the type of an answer is the interface's to choose
  private static PersistenceUnitInfo unit(DataSource source, Class<?>... entities) {
    var answers = new HashMap<String, Object>();
    answers.put("getPersistenceUnitName", "tests");
    answers.put("getTransactionType", PersistenceUnitTransactionType.RESOURCE_LOCAL);
    answers.put("getNonJtaDataSource", source);
    answers.put("getManagedClassNames", Stream.of(entities).map(Class::getName).toList());
    answers.put("excludeUnlistedClasses", true);
    answers.put("getSharedCacheMode", SharedCacheMode.NONE);
    answers.put("getValidationMode", ValidationMode.NONE);
    answers.put("getMappingFileNames", List.of());
    answers.put("getJarFileUrls", List.of());
    answers.put("getProperties", new Properties());
    answers.put("getClassLoader", Entities.class.getClassLoader());
    answers.put("getNewTempClassLoader", Entities.class.getClassLoader());
    answers.put(
        "getPersistenceUnitRootUrl",
        Entities.class.getProtectionDomain().getCodeSource().getLocation());
    return (PersistenceUnitInfo)
        Proxy.newProxyInstance(
            Entities.class.getClassLoader(),
            new Class<?>[] {PersistenceUnitInfo.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == arguments[0];
                  default -> answers.get(method.getName());
                });
  }

  /** What beans are given: that of the running transaction. */
  EntityManager shared() {
    return (EntityManager)
        Proxy.newProxyInstance(
            Entities.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (self, method, arguments) -> {
              try {
                return method.invoke(running.get(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Commits the work, or none of it. */
  void commit(OrganizationId organization, Runnable work) {
    try (var entities = factory.createEntityManager()) {
      running.set(entities);
      var transaction = entities.getTransaction();
      transaction.begin();
      try {
        RowSecurity.enter(entities.unwrap(Connection.class), organization);
        TenantScope.within(organization, work);
        transaction.commit();
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    } finally {
      running.remove();
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
