package org.tulpar.server.payara;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tulpar.server.machine.OwnProcess;
import org.tulpar.server.machine.Program;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.Settings;
import org.tulpar.server.machine.State;

/**
 * The server's domain: made once, configured anew before every start, and started with the public
 * port closed. Holds nothing that must be kept: removing it costs one slow start.
 */
public final class PayaraDomain {

  private static final String NAME = "tulpar";
  private final PayaraDistribution distribution;
  private final Settings settings;
  private final Secrets secrets;

  public PayaraDomain(PayaraDistribution distribution, Settings settings, Secrets secrets) {
    this.distribution = distribution;
    this.settings = settings;
    this.secrets = secrets;
  }

  public Path directory() {
    return domains().resolve(NAME);
  }

  public OwnProcess process() {
    return new OwnProcess(directory().resolve("config/pid"), directory().toString());
  }

  public Asadmin asadmin() {
    return new Asadmin(settings.ports().admin(), secrets.password("payara.admin.password"));
  }

  public boolean exists() {
    return Files.exists(marker());
  }

  /** Makes the domain; a half-made one is thrown away. */
  public void create() {
    State.remove(directory());
    var ports = settings.ports();
    asadmin(
        List.of(
            "create-domain",
            "--nopassword=false",
            "--savelogin=false",
            "--checkports=false",
            "--domaindir=" + domains(),
            "--adminport=" + ports.admin(),
            "--instanceport=" + ports.web(),
            NAME),
        Map.of());
    try {
      Files.writeString(marker(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the configuration of a domain that is down; takes out an application that is not this
   * build.
   */
  public void configure(Application application) {
    var xml = new DomainXml(directory().resolve("config/domain.xml"));
    new Hardening(xml, settings.ports()).apply(settings.heap());
    JobRepository.apply(xml);
    if (!application.isCurrent()) {
      application.takeOut(xml);
    }
    xml.write();
    LoggingSettings.apply(
        directory().resolve("config/logging.properties"), settings.state().log("server"));
    driver();
  }

  public void start(Map<String, String> environment) {
    asadmin(List.of("start-domain", "--domaindir=" + domains(), NAME), environment);
  }

  /** Ends the server: politely, then not. */
  public void stop() {
    if (process().isAlive()) {
      try {
        asadmin().run("stop-domain", Map.of(), Duration.ofSeconds(20));
      } catch (Refusal e) {
        process().alive().ifPresent(ProcessHandle::destroy);
      }
    }
    process().kill(Duration.ofSeconds(40));
  }

  private void asadmin(List<String> arguments, Map<String, String> environment) {
    var log = settings.state().log("asadmin");
    var passwords = settings.state().root().resolve("asadmin.password");
    var password = secrets.password("payara.admin.password");
    Secrets.writePrivately(
        passwords, "AS_ADMIN_PASSWORD=" + password + "\nAS_ADMIN_MASTERPASSWORD=changeit\n");
    var words = new ArrayList<String>();
    words.addAll(List.of(distribution.asadmin().toString(), "--user", Asadmin.USER));
    words.addAll(List.of("--passwordfile", passwords.toString(), "--interactive=false"));
    words.addAll(arguments);
    var all = new java.util.HashMap<>(environment);
    all.put("AS_JAVA", System.getProperty("java.home"));
    all.put("JAVA_HOME", System.getProperty("java.home"));
    try {
      new Program(words, all, log).detached().run(settings.patience().multipliedBy(3));
    } finally {
      State.remove(passwords);
    }
  }

  /** The job repository's pool belongs to the server and needs its driver there. */
  private void driver() {
    try {
      var jar =
          Path.of(
              org.postgresql.Driver.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      var target = directory().resolve("lib").resolve(jar.getFileName());
      if (!Files.exists(target)) {
        Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path domains() {
    return distribution.directory().resolve("domains");
  }

  private Path marker() {
    return directory().resolve("provisioned");
  }
}
