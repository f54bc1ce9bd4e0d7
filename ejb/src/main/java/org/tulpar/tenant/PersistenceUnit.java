package org.tulpar.tenant;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.tulpar.kernel.Repository;

/**
 * The one persistence context, for every repository to inject. The server looks a unit up in the
 * module that makes the call, and pages, consumers and jobs have none: so it is looked up once,
 * here, where it is.
 */
@Repository
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PersistenceUnit {

  @PersistenceContext(unitName = "tulpar")
  private EntityManager entities;

  @PostConstruct
  void lookUp() {
    entities.getEntityManagerFactory();
  }

  @Produces
  @Dependent
  public EntityManager entities() {
    return entities;
  }
}
