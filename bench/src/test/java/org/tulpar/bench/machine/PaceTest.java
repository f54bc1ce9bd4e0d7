package org.tulpar.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {

  @TempDir Path place;

  @Test
  void theSlowerOfTheTwoTells() {
    var quick = new Pace.Reading(100, 200);
    assertThat(quick.beside(quick)).isEqualTo(1);
    assertThat(new Pace.Reading(200, 200).beside(quick)).isEqualTo(0.5);
    assertThat(new Pace.Reading(50, 800).beside(quick)).isEqualTo(0.25);
  }

  @Test
  void ofTwoReadingsTheSlowerOfEachIsKept() {
    var worse = new Pace.Reading(100, 300).worse(new Pace.Reading(200, 250));
    assertThat(worse).isEqualTo(new Pace.Reading(200, 300));
  }

  @Test
  void whatIsReadIsMeasuredAndTheBestIsRemembered() throws IOException {
    var pace = new Pace(place);
    var first = pace.read();
    var second = pace.read();
    assertThat(first.memory()).isPositive();
    assertThat(first.write()).isPositive();
    assertThat(first.beside(pace.best())).isLessThanOrEqualTo(1);
    assertThat(second.beside(pace.best())).isLessThanOrEqualTo(1);
    assertThat(place).isEmptyDirectory();
  }
}
