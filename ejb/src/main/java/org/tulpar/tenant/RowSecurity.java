package org.tulpar.tenant;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Tells the database the organization of {@link TenantScope} whenever JPA takes a connection, for
 * the transaction only, and takes it back outside of one. A connection that cannot be told is not
 * used: the exception fails the request.
 */
public final class RowSecurity implements SessionCustomizer {

  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  @Override
  public void customize(Session session) {
    session
        .getEventManager()
        .addListener(
            new SessionEventAdapter() {
              @Override
              public void postAcquireConnection(SessionEvent event) {
                var organization = TenantScope.current().map(OrganizationId::toString).orElse("");
                tell(connection(event), organization, inTransaction());
              }

              @Override
              public void preReleaseConnection(SessionEvent event) {
                if (!inTransaction()) {
                  tell(connection(event), "", false);
                }
              }
            });
  }

  /** Sets the organization on a connection of our own, for the running transaction. */
  public static void enter(Connection connection, OrganizationId organization) {
    tell(connection, organization.toString(), true);
  }

  private static Connection connection(SessionEvent event) {
    return ((DatabaseAccessor) event.getResult()).getConnection();
  }

  private static void tell(Connection connection, String organization, boolean transaction) {
    try (var statement =
        connection.prepareStatement("select set_config('app.organization_id', ?, ?)")) {
      statement.setString(1, organization);
      statement.setBoolean(2, transaction);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not take the organization", e);
    }
  }

  /** {@code getAutoCommit} lies under a container transaction, so the registry is asked. */
  @SuppressWarnings(
      "BanJNDI") // a constant name of the container; EclipseLink makes this class, not CDI
  private static boolean inTransaction() {
    try {
      var registry = (TransactionSynchronizationRegistry) new InitialContext().lookup(REGISTRY);
      return registry.getTransactionKey() != null
          && registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }
}
