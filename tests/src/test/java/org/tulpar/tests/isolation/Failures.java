package org.tulpar.tests.isolation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.Takeover;
import org.tulpar.tenant.TenantSql;

/** Transactions that write for an organization and never commit. */
@ApplicationScoped
@Transactional
public class Failures {

  @Inject private ManagerReply reply;
  @Inject private Takeover takeover;
  @Inject private TenantSql sql;

  /** By objects: something is written, then the other organization's conversation is refused. */
  public void refused(Company own, Company foreign) {
    takeover.heartbeat(own.conversation(), own.user());
    takeover.markRead(foreign.conversation());
  }

  /** By SQL: something is written, then the database fails. */
  public void broken(Company own) {
    sql.change("update client set name = 'Nobody' where id = ?", own.client());
    sql.change("delete from message where 1 / 0 = id");
  }

  /** By both: a reply is written, then the other organization's conversation is refused. */
  public void unsaid(Company own, Company foreign) {
    reply.send(own.conversation(), own.user(), "Never said", UUID.randomUUID());
    takeover.markRead(foreign.conversation());
  }
}
