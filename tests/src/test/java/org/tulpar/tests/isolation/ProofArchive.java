package org.tulpar.tests.isolation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The delivered {@code tulpar.ear} without the edges that are not asked, and with the test. */
final class ProofArchive {

  private static final File DELIVERED = new File("../ear/target/tulpar.ear");
  private static final String CORE = "tulpar-ejb.jar";
  private static final String DESCRIPTOR = "META-INF/ejb-jar.xml";
  private static final List<String> LEFT_OUT =
      List.of(
          "artemis-rar.rar",
          "tulpar-jms.jar",
          "tulpar-batch.jar",
          "tulpar-webhooks.war",
          "tulpar-web.war");

  private static final String MODULES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="11">
        <application-name>isolation</application-name>
        <initialize-in-order>true</initialize-in-order>
        <module><ejb>tulpar-ejb.jar</ejb></module>
        <module><ejb>tulpar-integrations.jar</ejb></module>
        <module><ejb>ports.jar</ejb></module>
        <module><web><web-uri>isolation.war</web-uri><context-root>/isolation</context-root></web></module>
        <library-directory>lib</library-directory>
      </application>
      """;

  /** The descriptor goes before the annotation; what it does not say is taken from there. */
  private static final String ONE_CONNECTION =
      """
      <enterprise-beans>
        <session>
          <ejb-name>DataSources</ejb-name>
          <data-source>
            <name>java:app/jdbc/app</name>
            <initial-pool-size>1</initial-pool-size>
            <max-pool-size>1</max-pool-size>
            <min-pool-size>1</min-pool-size>
          </data-source>
        </session>
      </enterprise-beans>
      <assembly-descriptor>
      """;

  private ProofArchive() {}

  static EnterpriseArchive asDelivered(Class<?> proof) {
    var ear =
        ShrinkWrap.create(ZipImporter.class, "isolation.ear")
            .importFrom(DELIVERED)
            .as(EnterpriseArchive.class);
    LEFT_OUT.forEach(ear::delete);
    ear.delete("META-INF/application.xml");
    return ear.setApplicationXML(new StringAsset(MODULES))
        .addAsModule(ports())
        .addAsModule(Testable.archiveToTest(test(proof)));
  }

  /** The same, but the pool of {@code java:app/jdbc/app} holds one connection. */
  static EnterpriseArchive withOneConnection(Class<?> proof) {
    var ear = asDelivered(proof);
    var core = ear.getAsType(JavaArchive.class, CORE);
    var limited = descriptor(core).replace("<assembly-descriptor>", ONE_CONNECTION);
    core.delete(DESCRIPTOR);
    core.add(new StringAsset(limited), DESCRIPTOR);
    ear.delete(CORE);
    return ear.addAsModule(core);
  }

  private static JavaArchive ports() {
    return ShrinkWrap.create(JavaArchive.class, "ports.jar")
        .addClass(QuietPorts.class)
        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static WebArchive test(Class<?> proof) {
    return ShrinkWrap.create(WebArchive.class, "isolation.war")
        .addClasses(proof, IsolationProofs.class, FromOutside.class)
        .addClasses(
            TwoOrganizations.class, Company.class, Rounds.class, Failures.class, Connections.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsLibrary(assertions());
  }

  private static String descriptor(JavaArchive core) {
    try (var in = core.get(DESCRIPTOR).getAsset().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File assertions() {
    try {
      var source = Assertions.class.getProtectionDomain().getCodeSource();
      return new File(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
