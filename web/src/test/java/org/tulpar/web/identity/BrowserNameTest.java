package org.tulpar.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser as its owner knows it, out of what it says of itself. */
class BrowserNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36|Chrome 142|Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0|Edge 142|Windows",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 YaBrowser/25.8.0 Safari/537.36|Yandex 25|Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1|Safari 18|iPhone",
        "Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36|Samsung Internet 28|Android",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox 140|Linux",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 HeadlessChrome/141.0.0.0 Safari/537.36|Chrome 141|macOS"
      })
  void knownOnesAreNamed(String agent, String product, String system) {
    assertThat(BrowserName.product(agent)).contains(product);
    assertThat(BrowserName.system(agent)).contains(system);
  }

  @Test
  void nothingElseIsTakenFromThere() {
    assertThat(BrowserName.product("<script>Chrome/</script>")).isEmpty();
    assertThat(BrowserName.system("<b>curl</b>")).isEmpty();
    assertThat(BrowserName.product("")).isEmpty();
  }
}
