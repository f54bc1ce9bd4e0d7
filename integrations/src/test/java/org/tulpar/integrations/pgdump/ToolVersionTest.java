package org.tulpar.integrations.pgdump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.operations.backup.DumpFailed;

class ToolVersionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1) | 15",
        "pg_dump (PostgreSQL) 9.6.24 | 9",
        "pg_restore (PostgreSQL) 18beta1 | 18"
      })
  void the_major_version_is_read(String printed, int major) throws DumpFailed {
    assertThat(ToolVersion.major(printed)).isEqualTo(major);
  }

  @Test
  void another_program_is_refused() {
    assertThatThrownBy(() -> ToolVersion.major("GNU coreutils 9"))
        .isInstanceOf(DumpFailed.class)
        .hasMessageContaining("GNU coreutils 9");
  }
}
