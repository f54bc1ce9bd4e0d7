package org.tulpar.simulator.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The receiver of RFC 8291, by the example of its section 5: whoever it understands is right. */
class PushedBrowserTest {

  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

  private final byte[] body = Base64.getUrlDecoder().decode(BODY);

  private static PushedBrowser browserOfTheExample() throws GeneralSecurityException {
    return PushedBrowser.of(
        "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg");
  }

  @Test
  void readsTheExampleOfTheStandard() throws GeneralSecurityException {
    assertThat(browserOfTheExample().open(body))
        .isEqualTo("When I grow up, I want to be a watermelon");
  }

  @Test
  void readsNothingThatWasChangedOrMeantForAnother() throws GeneralSecurityException {
    var other = PushedBrowser.fresh();
    assertThatThrownBy(() -> other.open(body)).isInstanceOf(GeneralSecurityException.class);
    var mine = browserOfTheExample();
    body[body.length - 1] ^= 1;
    assertThatThrownBy(() -> mine.open(body)).isInstanceOf(GeneralSecurityException.class);
  }
}
