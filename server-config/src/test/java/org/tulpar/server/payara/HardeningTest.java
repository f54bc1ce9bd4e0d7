package org.tulpar.server.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tulpar.server.machine.Ports;

class HardeningTest {

  private static final String OPEN =
      """
      <domain><servers><server name="server"/></servers><configs><config name="server-config">
      <http-service><virtual-server id="server" network-listeners="http-listener-1,http-listener-2"/></http-service>
      <iiop-service><iiop-listener address="0.0.0.0" port="3700" id="orb"/></iiop-service>
      <admin-service><jmx-connector address="0.0.0.0" port="8686" name="system"/></admin-service>
      <java-config><jvm-options>-Xmx512m</jvm-options><jvm-options>-Dorg.glassfish.additionalOSGiBundlesToStart=org.apache.felix.shell.remote,org.apache.felix.fileinstall</jvm-options></java-config>
      <network-config><protocols><protocol name="http-listener-1"><http/></protocol></protocols><network-listeners>
      <network-listener port="8080" name="http-listener-1" enabled="true"/>
      <network-listener port="8181" name="http-listener-2"/>
      <network-listener port="4848" name="admin-listener"/>
      </network-listeners></network-config>
      </config></configs></domain>
      """;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void openDomain() throws IOException {
    file = directory.resolve("domain.xml");
    Files.writeString(file, OPEN);
    harden();
  }

  @Test
  void closesThePublicListenerBeforeEveryStart() {
    assertThat(line("name=\"http-listener-1\" port"))
        .contains("enabled=\"false\"", "port=\"9000\"");
  }

  @Test
  void bindsAdministrationAndHealthToLoopback() {
    assertThat(line("name=\"admin-listener\" port")).contains("127.0.0.1", "port=\"9001\"");
    assertThat(line("name=\"internal-listener\"")).contains("127.0.0.1", "port=\"9004\"");
  }

  @Test
  void leavesNothingElseOpen() {
    assertThat(text()).doesNotContain("http-listener-2", "shell.remote");
    assertThat(line("<iiop-listener")).contains("enabled=\"false\"");
    assertThat(line("<jmx-connector")).contains("enabled=\"false\"");
    assertThat(line("<jms-service")).contains("DISABLED");
    assertThat(line("<hazelcast-config-specific-configuration")).contains("enabled=\"false\"");
  }

  @Test
  void letsTheCompilerHaveWhatTheRequestsLeave() {
    harden();
    assertThat(text()).containsOnlyOnce("-XX:ThreadPriorityPolicy=1<");
    assertThat(text()).containsOnlyOnce("-XX:CompilerThreadPriority=10<");
  }

  @Test
  void keepsTheYoungGenerationSmall() {
    harden();
    assertThat(text()).containsOnlyOnce("-XX:NewRatio=6<");
  }

  @Test
  void whoWaitsForRequestsRunsNone() {
    assertThat(line("<transport ")).contains("WorkerThreadIOStrategy");
  }

  @Test
  void changesNothingTheSecondTime() {
    var once = text();
    harden();
    assertThat(text()).isEqualTo(once);
  }

  private void harden() {
    var xml = new DomainXml(file);
    new Hardening(xml, new Ports(9000)).apply("768m");
    xml.write();
  }

  /** The element that carries the text. */
  private String line(String part) {
    var text = text();
    var at = text.indexOf(part);
    assertThat(at).as(part).isNotNegative();
    return text.substring(text.lastIndexOf('<', at), text.indexOf('>', at));
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
