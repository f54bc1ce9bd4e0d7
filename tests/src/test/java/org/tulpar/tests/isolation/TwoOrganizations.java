package org.tulpar.tests.isolation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Random;
import java.util.UUID;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Two organizations that nobody else uses, written by the role of the application. */
@ApplicationScoped
public class TwoOrganizations {

  @Inject private TenantSql sql;
  @Resource private UserTransaction transaction;

  private Company first;
  private Company second;

  /** Not when the container makes the bean: it would not say why that failed. */
  private synchronized void write() {
    if (second == null) {
      first = written("First");
      second = written("Second");
    }
  }

  public Company first() {
    write();
    return first;
  }

  public Company second() {
    write();
    return second;
  }

  public Company any(Random dice) {
    return dice.nextBoolean() ? first() : second();
  }

  public Company otherThan(Company company) {
    return company.equals(first()) ? second() : first();
  }

  private Company written(String name) {
    var organization = new OrganizationId(UUID.randomUUID());
    try {
      transaction.begin();
      var company = TenantScope.calling(organization, () -> written(organization, name));
      transaction.commit();
      return company;
    } catch (Exception e) {
      throw new IllegalStateException("the two organizations were not written: " + e, e);
    }
  }

  private Company written(OrganizationId organization, String name) {
    var company = new Company(organization, name, next(), next(), next());
    insert(company);
    return company;
  }

  private void insert(Company company) {
    var id = company.id().value();
    var channel = UUID.randomUUID();
    sql.change(
        "insert into organization (organization_id, name) values (?, ?)", id, company.name());
    sql.change(
        """
        insert into users (organization_id, id, login, password_hash, name, role)
        values (?, ?, ?, 'none', 'Manager', 'MANAGER')
        """,
        id,
        company.user(),
        id.toString());
    sql.change(
        """
        insert into channel (organization_id, id, type, name, instance, api_url, connection_state)
        values (?, ?, 'EVOLUTION', 'Channel', 'none', 'http://127.0.0.1:1', 'OPEN')
        """,
        id,
        channel);
    sql.change(
        "insert into client (organization_id, id, name) values (?, ?, 'Client')",
        id,
        company.client());
    conversation(company, channel);
  }

  private void conversation(Company company, UUID channel) {
    sql.change(
        """
        insert into conversation (organization_id, id, client_id, channel_id, address)
        values (?, ?, ?, ?, 'none')
        """,
        company.id().value(),
        company.conversation(),
        company.client(),
        channel);
    sql.change(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
        values (?, nextval('message_id'), ?, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', 'Hello', now())
        """,
        company.id().value(),
        company.conversation());
  }

  private long next() {
    return sql.row("select nextval('entity_id')", row -> row.getLong(1)).orElseThrow();
  }
}
