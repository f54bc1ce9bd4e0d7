package org.tulpar.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * Artemis as the whole program: durable, on loopback, with nothing told to it about Tulpar. It ends
 * when its standard input does, and so never outlives who started it.
 */
final class BrokerProcess {

  private static final int JOURNAL_FILE_BYTES = 10 * 1024 * 1024;

  private BrokerProcess() {}

  /**
   * @param words the port and the directory
   */
  public static void main(String[] words) throws Exception {
    var broker = new EmbeddedActiveMQ();
    broker.setConfiguration(configuration(words[0], Path.of(words[1])));
    broker.start();
    awaitEnd();
    broker.stop();
    System.exit(0);
  }

  private static ConfigurationImpl configuration(String port, Path directory) throws Exception {
    var configuration = new ConfigurationImpl();
    configuration
        .setName("faults")
        .setPersistenceEnabled(true)
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(JOURNAL_FILE_BYTES)
        .setJournalMinFiles(2);
    configuration.addAcceptorConfiguration("core", "tcp://127.0.0.1:" + port);
    return configuration;
  }

  private static void awaitEnd() throws IOException {
    while (System.in.read() >= 0) {
      // whatever is said to it means nothing
    }
  }
}
