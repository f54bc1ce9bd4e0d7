package org.tulpar.server.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path directory;

  @Test
  void remembersWhatItMade() {
    var first = secrets(Map.of()).password("database.app.password");
    assertThat(first).hasSizeGreaterThanOrEqualTo(32);
    assertThat(secrets(Map.of()).password("database.app.password")).isEqualTo(first);
  }

  @Test
  void makesKeysOf32Bytes() {
    assertThat(Base64.getDecoder().decode(secrets(Map.of()).key("secret.key"))).hasSize(32);
  }

  @Test
  void makesAPairThatSignsForItself() throws GeneralSecurityException {
    var pair = secrets(Map.of()).pair("push.keys");
    assertThat(secrets(Map.of()).pair("push.keys")).isEqualTo(pair);
    var halves = pair.split("\\.");
    var keys = KeyFactory.getInstance("EC");
    var signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(halves[1]))));
    var signed = signer.sign();
    signer.initVerify(keys.generatePublic(new X509EncodedKeySpec(decoded(halves[0]))));
    assertThat(signer.verify(signed)).isTrue();
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  @Test
  void letsTheEnvironmentWinAndDoesNotStoreIt() {
    var given = secrets(Map.of("TULPAR_DATABASE_APP_PASSWORD", "given"));
    assertThat(given.password("database.app.password")).isEqualTo("given");
    assertThat(file()).doesNotExist();
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    secrets(Map.of()).password("a");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  private Secrets secrets(Map<String, String> environment) {
    return new Secrets(file(), environment);
  }

  private Path file() {
    return directory.resolve("secrets.properties");
  }
}
