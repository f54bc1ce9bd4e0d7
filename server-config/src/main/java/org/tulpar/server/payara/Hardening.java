package org.tulpar.server.payara;

import java.util.List;
import org.tulpar.server.machine.Ports;
import org.w3c.dom.Element;

/**
 * What of the server is open, and to whom: applied to its configuration before every start, so that
 * no port is ever open by mistake, not even at the first start, and the public one is closed.
 */
public final class Hardening {

  public static final String PUBLIC = "http-listener-1";
  private static final String INTERNAL = "internal-listener";
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * A virtual thread that loads a class keeps its carrier while it waits for the class loader. With
   * as many carriers as processors, two of them stop a start for ever: the one that holds the lock
   * finds none.
   */
  private static final String CARRIERS = "-Djdk.virtualThreadScheduler.parallelism=";

  /**
   * The services of the server start one after the other. Started by four threads at once they can
   * stop each other for ever: one waits for what a second one makes ready, holding a lock for
   * reading; the second wants to read too, behind a third that wants to write.
   */
  private static final String START = "-Dorg.glassfish.startupThreadPolicy=";

  /**
   * The compiler of the JVM works for many minutes after a start, and with all it can get. On few
   * processors that is taken from the requests, so it gets what they leave: ten steps down in the
   * priorities of the system, which it obeys by this policy only.
   */
  private static final String PRIORITIES = "-XX:ThreadPriorityPolicy=";

  private static final String COMPILER = "-XX:CompilerThreadPriority=";

  /**
   * Requests run on other threads than those that wait for them. A thread that does both is to the
   * server a request of its own: after the longest time of one it is interrupted, and a selector
   * that waits on an interrupted thread never waits again.
   */
  private static final String TURNS = "org.glassfish.grizzly.strategies.WorkerThreadIOStrategy";

  /** In a seventh fits what a second leaves behind; more only makes the process larger. */
  private static final String YOUNG = "-XX:NewRatio=";

  private static final String MAX_BODY_BYTES = "20971520";
  private static final List<String> SHELL_BUNDLES =
      List.of(
          "org.apache.felix.shell",
          "org.apache.felix.gogo.runtime",
          "org.apache.felix.gogo.shell",
          "org.apache.felix.gogo.command",
          "org.apache.felix.shell.remote");

  private final DomainXml xml;
  private final Element server;
  private final Ports ports;

  public Hardening(DomainXml xml, Ports ports) {
    this.xml = xml;
    this.server = xml.server();
    this.ports = ports;
  }

  public void apply(String heap) {
    listeners();
    http();
    closed();
    threads();
    machine(heap);
  }

  private void listeners() {
    var network = xml.child(server, "network-config");
    var all = xml.child(network, "network-listeners");
    xml.remove(all, "network-listener", "name", "http-listener-2");
    xml.set(
        listener(all, PUBLIC), "address", "0.0.0.0", "port", text(ports.web()), "enabled", "false");
    xml.set(
        listener(all, INTERNAL),
        "address",
        LOOPBACK,
        "port",
        text(ports.internal()),
        "protocol",
        PUBLIC);
    xml.set(
        listener(all, INTERNAL),
        "transport",
        "tcp",
        "thread-pool",
        "http-thread-pool",
        "enabled",
        "true");
    var transports = xml.child(network, "transports");
    xml.set(xml.named(transports, "transport", "name", "tcp"), "io-strategy", TURNS);
    xml.set(listener(all, "admin-listener"), "address", LOOPBACK, "port", text(ports.admin()));
    var http = xml.child(server, "http-service");
    xml.set(
        xml.named(http, "virtual-server", "id", "server"),
        "network-listeners",
        PUBLIC + "," + INTERNAL);
  }

  private Element listener(Element all, String name) {
    return xml.named(all, "network-listener", "name", name);
  }

  private void http() {
    var protocols = xml.child(xml.child(server, "network-config"), "protocols");
    for (var name : List.of(PUBLIC, "admin-listener")) {
      var http = xml.child(xml.named(protocols, "protocol", "name", name), "http");
      xml.set(http, "server-header", "false", "xpowered-by", "false");
    }
    xml.set(
        xml.child(xml.named(protocols, "protocol", "name", PUBLIC), "http"),
        "max-connections",
        "1024",
        "max-post-size-bytes",
        MAX_BODY_BYTES,
        "cookie-same-site-enabled",
        "true",
        "cookie-same-site-value",
        "Lax");
  }

  /** Services that nobody here speaks to. */
  private void closed() {
    var iiop = xml.child(server, "iiop-service");
    xml.children(iiop, "iiop-listener")
        .forEach(listener -> xml.set(listener, "address", LOOPBACK, "enabled", "false"));
    var admin = xml.child(server, "admin-service");
    xml.property(admin, "adminConsoleStartup", "NEVER");
    xml.children(admin, "jmx-connector")
        .forEach(connector -> xml.set(connector, "address", LOOPBACK, "enabled", "false"));
    var jms = xml.set(xml.child(server, "jms-service"), "type", "DISABLED");
    xml.set(jms, "default-jms-host", "default_JMS_host");
    xml.set(
        xml.named(jms, "jms-host", "name", "default_JMS_host"),
        "host",
        "localhost",
        "port",
        "7676");
    xml.set(xml.child(server, "hazelcast-config-specific-configuration"), "enabled", "false");
  }

  private void threads() {
    var pools = xml.child(server, "thread-pools");
    xml.set(
        xml.named(pools, "thread-pool", "name", "http-thread-pool"),
        "min-thread-pool-size",
        "16",
        "max-thread-pool-size",
        "64",
        "max-queue-size",
        "4096");
  }

  private void machine(String heap) {
    var java = xml.child(server, "java-config");
    for (var option : xml.children(java, "jvm-options")) {
      var text = option.getTextContent().strip();
      if (text.startsWith("-Xmx")
          || text.startsWith(YOUNG)
          || text.startsWith("-XX:+Use")
          || text.startsWith(CARRIERS)
          || text.startsWith(START)
          || text.startsWith(PRIORITIES)
          || text.startsWith(COMPILER)) {
        java.removeChild(option);
      } else if (text.startsWith("-Dorg.glassfish.additionalOSGiBundlesToStart=")) {
        option.setTextContent(withoutShell(text));
      }
    }
    for (var option :
        List.of(
            "-Xmx" + heap,
            "-XX:+UseParallelGC",
            CARRIERS + "64",
            START + "USE_NO_THREADS",
            PRIORITIES + "1",
            COMPILER + "10",
            YOUNG + "6")) {
      xml.append(java, "jvm-options").setTextContent(option);
    }
  }

  /** A shell on loopback without a password is a door for whatever can make requests there. */
  private static String withoutShell(String option) {
    var split = option.indexOf('=') + 1;
    var kept =
        List.of(option.substring(split).split(",", -1)).stream()
            .filter(bundle -> !SHELL_BUNDLES.contains(bundle))
            .toList();
    return option.substring(0, split) + String.join(",", kept);
  }

  private static String text(int port) {
    return Integer.toString(port);
  }
}
