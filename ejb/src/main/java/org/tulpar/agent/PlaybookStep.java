package org.tulpar.agent;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.tulpar.tenant.OrganizationId;

/** The transaction in which a playbook is read. */
@Stateless
public class PlaybookStep {

  @Inject private PlaybookRows rows;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Playbook read(OrganizationId organization) throws SQLException {
    return rows.read(organization);
  }
}
