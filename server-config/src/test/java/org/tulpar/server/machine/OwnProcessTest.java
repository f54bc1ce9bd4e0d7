package org.tulpar.server.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessTest {

  @TempDir Path directory;

  @Test
  void leavesAProcessAloneThatDoesNotCarryItsMark() {
    var process = new OwnProcess(directory.resolve("pid"), "a mark that nobody carries");
    process.record(ProcessHandle.current().pid());
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void knowsItsOwn() {
    var process = new OwnProcess(directory.resolve("pid"), "java");
    process.record(ProcessHandle.current().pid());
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void isNotAliveWithoutARecord() {
    assertThat(new OwnProcess(directory.resolve("pid"), "java").isAlive()).isFalse();
  }
}
