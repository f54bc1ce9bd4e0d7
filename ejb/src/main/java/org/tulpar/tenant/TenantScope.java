package org.tulpar.tenant;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The organization on whose behalf this thread works. Every connection that is used inside gets it
 * as {@code app.organization_id}; outside there is none and the database shows nothing.
 *
 * <p>It is fixed when a transaction first uses a connection: enter the scope before the transaction
 * begins, and do not change it inside.
 */
public final class TenantScope {

  private static final ThreadLocal<OrganizationId> CURRENT = new ThreadLocal<>();

  private TenantScope() {}

  public static Optional<OrganizationId> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The current organization, for code that makes no sense without one. */
  public static OrganizationId required() {
    return current().orElseThrow(() -> new IllegalStateException("no organization in scope"));
  }

  public static <T> T within(OrganizationId organization, Supplier<T> work) {
    var before = CURRENT.get();
    CURRENT.set(organization);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  public static void within(OrganizationId organization, Runnable work) {
    within(
        organization,
        () -> {
          work.run();
          return null;
        });
  }

  /** As {@link #within(OrganizationId, Supplier)}, for work that throws. */
  public static <T> T calling(OrganizationId organization, Callable<T> work) throws Exception {
    var before = CURRENT.get();
    CURRENT.set(organization);
    try {
      return work.call();
    } finally {
      restore(before);
    }
  }

  private static void restore(OrganizationId before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
