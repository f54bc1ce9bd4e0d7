package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.tests.browser.Pages;

/**
 * What an open page keeps: nothing but a number in the browser, and on the server the tree, its
 * state and the beans of the view. Measured is what the server's whole memory has grown by once the
 * garbage is gone, over several openings of the page in a session of its own: nothing that a view
 * holds on to escapes that, wherever it hangs.
 */
@ExtendWith(OnTheServer.class)
class ViewStateIT {

  private static final long MOST = 200_000;

  /** What comes and goes in a server that nobody asks. */
  private static final long NOISE = 20_000;

  private static final int LOOKS = 4;

  /** Fewer than the fifteen views a session keeps. */
  private static final int OPENINGS = 6;

  private static final int LONGEST_NUMBER = 100;

  private static final String NUMBER = "77060000301";
  private static final String SALE = "Открытая страница";

  private final Visitor visitor = new Visitor();
  private final Demo.Channel channel = Demo.read().first().channel();

  @AfterEach
  void isSwept() {
    Swept.sale(channel, SALE);
  }

  @Test
  void noOpenPageKeepsMuch() {
    Customer.writes(channel, NUMBER, "Сколько стоит?");
    await().until(() -> Planted.messagesFrom(NUMBER) > 0);
    Planted.sale(channel, SALE);
    visitor.signIn(Demo.read().first().user("ORG_ADMIN"));
    var pages = new ArrayList<>(Pages.OF_AN_ADMINISTRATOR);
    for (var list :
        List.of("/inbox", "/clients", "/products", "/orders", "/companies", "/partners")) {
      pages.add(ofOne(list));
    }
    pages.forEach(this::open);
    var kept = new LinkedHashMap<String, Long>();
    var before = Installation.TESTED.liveBytes();
    for (var path : pages) {
      var grown = grows(path, before);
      for (int again = 0; again < LOOKS && grown.tellsOfOtherThings(); again++) {
        grown = grows(path, grown.live());
      }
      kept.put(path, grown.each());
      before = grown.live();
    }
    tell(kept);
    assertThat(kept)
        .allSatisfy((path, bytes) -> assertThat(bytes).as(path).isBetween(-NOISE, MOST));
  }

  /** The address of one thing of a list. */
  private String ofOne(String list) {
    var link = Pattern.compile("href=\"(" + list + "/\\d+)").matcher(visitor.get(list).body());
    assertThat(link.find()).as("a link from " + list).isTrue();
    return link.group(1);
  }

  /**
   * What lives now, and what each opening has added: the server does other things meanwhile, so
   * that what looks much is looked at again. So is what looks less than nothing: an opening gives
   * no memory back, and what something else has given back hides what the page has taken.
   */
  private record Grown(long live, long each) {

    boolean tellsOfOtherThings() {
      return each > MOST || each < -NOISE;
    }
  }

  private Grown grows(String path, long before) {
    visitor.comesBack();
    for (int i = 0; i < OPENINGS; i++) {
      open(path);
    }
    var after = Installation.TESTED.liveBytes();
    return new Grown(after, (after - before) / OPENINGS);
  }

  private void open(String path) {
    var page = visitor.get(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    var state = Visitor.STATE.matcher(page.body());
    while (state.find()) {
      assertThat(state.group(1).length()).as(path).isLessThan(LONGEST_NUMBER);
    }
  }

  /** For whoever wants to know where it goes. */
  private static void tell(Map<String, Long> kept) {
    kept.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(one -> System.err.printf("%7d bytes a view: %s%n", one.getValue(), one.getKey()));
  }
}
