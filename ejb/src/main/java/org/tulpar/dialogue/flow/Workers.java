package org.tulpar.dialogue.flow;

import jakarta.ejb.Singleton;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;

/**
 * Virtual threads for what waits on others: hundreds of model and gateway calls at once, without a
 * transaction, a connection or a platform thread.
 */
@ManagedExecutorDefinition(name = Workers.MODEL, virtual = true, maxAsync = 1000)
@ManagedExecutorDefinition(name = Workers.GATEWAY, virtual = true, maxAsync = 1000)
@ManagedThreadFactoryDefinition(name = Workers.SENDERS, virtual = true)
@Singleton
public class Workers {

  public static final String MODEL = "java:app/concurrent/model";

  /** For the seldom. */
  public static final String GATEWAY = "java:app/concurrent/gateway";

  /** A thread per channel that is sent to at the moment. */
  public static final String SENDERS = "java:app/concurrent/senders";
}
