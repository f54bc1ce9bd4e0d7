package org.tulpar.integrations.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tulpar.tenant.OrganizationId;

class DiskMediaStoreTest {

  @TempDir private Path directory;

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
  private final UUID file = UUID.randomUUID();
  private final DiskMediaStore store = new DiskMediaStore();

  @BeforeEach
  void point() throws ReflectiveOperationException {
    var field = DiskMediaStore.class.getDeclaredField("directory");
    field.setAccessible(true);
    field.set(store, directory.resolve("media").toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String read(long from) throws IOException {
    try (var in = store.open(organization, file, from)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_file_is_kept_whole_and_may_be_kept_again() throws IOException {
    store.keep(organization, file, bytes("first"));
    store.keep(organization, file, bytes("second"));
    assertThat(read(0)).isEqualTo("second");
    assertThat(read(3)).isEqualTo("ond");
    try (var all = Files.walk(directory)) {
      assertThat(all.filter(Files::isRegularFile)).as("nothing is left beside").hasSize(1);
    }
  }

  @Test
  void another_organization_has_no_such_file() throws IOException {
    store.keep(organization, file, bytes("ours"));
    var other = new OrganizationId(UUID.randomUUID());
    assertThatThrownBy(() -> store.open(other, file, 0)).isInstanceOf(NoSuchFileException.class);
    store.drop(other, file);
    assertThat(read(0)).isEqualTo("ours");
  }

  @Test
  void a_dropped_file_is_gone_and_may_be_dropped_again() throws IOException {
    store.keep(organization, file, bytes("x"));
    store.drop(organization, file);
    store.drop(organization, file);
    assertThatThrownBy(() -> read(0)).isInstanceOf(NoSuchFileException.class);
  }
}
