package org.tulpar.dialogue.flow;

import jakarta.ejb.Singleton;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;

/**
 * Virtual threads for what waits on others: hundreds of model and gateway calls at once, without a
 * transaction, a connection or a platform thread.
 */
@ManagedExecutorDefinition(name = Workers.GATEWAY, virtual = true, maxAsync = 1000)
@ManagedThreadFactoryDefinition(name = Workers.CALLERS, virtual = true)
@ManagedThreadFactoryDefinition(name = Workers.SENDERS, virtual = true)
@Singleton
public class Workers {

  /**
   * For the seldom: each task asks the server for its context, under the lock of the application's
   * class loader, which takes longer than a send.
   */
  public static final String GATEWAY = "java:app/concurrent/gateway";

  /** A thread per call of the model; kept for a while, so that few ask for their context. */
  public static final String CALLERS = "java:app/concurrent/callers";

  /** A thread per channel that is sent to at the moment. */
  public static final String SENDERS = "java:app/concurrent/senders";
}
