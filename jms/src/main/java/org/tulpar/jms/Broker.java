package org.tulpar.jms;

import jakarta.ejb.Singleton;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** The one connection factory: outside of any transaction (docs/adr/0001). */
@ConnectionFactoryDefinition(
    name = Broker.CONNECTIONS,
    interfaceName = "jakarta.jms.ConnectionFactory",
    resourceAdapter = "#artemis-rar",
    transactionSupport = TransactionSupportLevel.NoTransaction,
    minPoolSize = 2,
    maxPoolSize = 64,
    // Without a user of its own the pool signs in with an empty one, which the adapter's does not
    // cure.
    properties = {
      "UserName=${MPCONFIG=tulpar.broker.user}",
      "Password=${MPCONFIG=tulpar.broker.password}"
    })
@Singleton
public class Broker {

  public static final String CONNECTIONS = "java:app/jms/plain";
}
