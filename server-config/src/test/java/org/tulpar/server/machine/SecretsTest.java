package org.tulpar.server.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
