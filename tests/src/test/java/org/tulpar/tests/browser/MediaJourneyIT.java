package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Simulator;

/** Files, answers and signs in the inbox, in and out, through every gateway. */
class MediaJourneyIT extends Journey {

  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final String[] CHOSEN_PASTED_DROPPED = {"chosen.png", "pasted.png", "dropped.png"};

  private final String number =
      "7706" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
  private Page page;

  @Test
  void aPictureComesInAndOneGoesOut() {
    var company = demo().first();
    var line = company.channel().instance();
    arrives(line, "снимок");
    enter(company, Look.DESK);
    loaded(page.locator("#flow .msg:not(.out) .shot img"));
    page.setInputFiles("#files", picture("chosen.png"));
    brings("#reply", "paste", "pasted.png");
    brings("#thread", "drop", "dropped.png");
    shown(page.locator(".file-chip:not(.wait)").nth(2));
    assertThat(page.locator(".file-chip b")).hasText(CHOSEN_PASTED_DROPPED);
    page.locator(".file-chip").first().locator("button").click();
    page.locator(".file-chip").first().locator("button").click();
    assertThat(page.locator(".file-chip")).hasCount(1);
    page.locator("#reply").pressSequentially("вот");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("наш");
    assertThat(page.locator("#reply")).hasValue("вот\nнаш");
    looksAt(page, "media-composer");
    page.keyboard().press("Enter");
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains("image вот\nнаш"));
    loaded(page.locator("#flow .msg.out .shot img"));
    assertThat(page.locator(".file-chip")).hasCount(0);
  }

  @Test
  void aMessageIsAnsweredAndSignsArePutEditedAndDeleted() {
    var company = demo().first();
    var line = company.channel().instance();
    Simulator.customerWrites(line, number, "позовите менеджера");
    enter(company, Look.DESK);
    var theirs = page.locator("#flow .msg:not(.out)").first();
    theirs.hover();
    theirs.locator("[data-act=signs]").click();
    theirs.locator("[data-act=react]").first().click();
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains("reaction 👍"));
    shown(theirs.locator(".sign.ours"));
    var target = Gateway.lastRequest(line, "reaction 👍").at("/key/id").asText();
    theirs.hover();
    theirs.locator("[data-act=answer]").click();
    shown(page.locator("#tray .quote"));
    page.fill("#reply", "слушаю вас");
    page.click("#send");
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains("text слушаю вас"));
    assertThat(Gateway.lastRequest(line, "text слушаю вас").at("/quoted/key/id").asText())
        .isEqualTo(target)
        .isNotEmpty();
    shown(page.locator("#flow .msg.out .quote"));
    Simulator.customerChanges(line, number, "edit", target, "позовите директора");
    shown(page.locator("#flow .msg:not(.out)", saying("позовите директора")));
    Simulator.customerChanges(line, number, "delete", target, "");
    shown(page.locator("#flow .msg.gone"));
  }

  @Test
  void whatIsNotSentIsRefusedWithASentence() {
    allows("415"); // the browser itself writes the refusal down
    var company = demo().first();
    Simulator.customerWrites(company.channel().instance(), number, "hello");
    enter(company, Look.DESK);
    page.setInputFiles(
        "#files", new FilePayload("a.png", "image/png", new byte[] {'M', 'Z', 0, 1, 2}));
    shown(page.locator(".toast", saying("Такие файлы не отправляются")));
    assertThat(page.locator(".file-chip")).hasCount(0);
    page.setInputFiles(
        "#files", new FilePayload("big.png", "image/png", new byte[17 * 1024 * 1024]));
    shown(page.locator(".toast", saying("Файл слишком большой: до 16 МБ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TELEGRAM", "WHATSAPP_CLOUD", "CHAT2DESK"})
  void everyGatewayCarriesFilesBothWays(String type) {
    var company = demo().organizations().get(1);
    var line = company.channel(type).instance();
    arrives(line, "look");
    enter(company, Look.DESK.dark().speaking("en-US"));
    loaded(page.locator("#flow .msg:not(.out) .shot img"));
    page.setInputFiles("#files", picture("ответ.png"));
    shown(page.locator(".file-chip:not(.wait)"));
    page.fill("#reply", "here you are");
    page.click("#send");
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains("image here you are"));
    loaded(page.locator("#flow .msg.out .shot img"));
    var acts = page.locator("#flow .msg .acts");
    if (type.equals("CHAT2DESK")) {
      assertThat(acts).hasCount(0);
    } else {
      shown(acts.first());
    }
  }

  @Test
  void picturesAreLookedAtLarge() {
    var line = demo().first().channel().instance();
    arrives(line, "первый");
    arrives(line, "второй");
    enter(demo().first(), Look.DESK);
    counts(page.locator("#flow a.shot"), 2);
    loaded(page.locator("#flow a.shot img"));
    page.locator("#flow a.shot").first().click();
    var box = page.locator("#lightbox");
    shown(box);
    loaded(box.locator("img"));
    assertThat(page.locator("#lightbox-at")).hasText("1 из 2");
    assertThat(box.locator("[data-act=light-back]")).isDisabled();
    looksAt(page, Look.DESK.picture("lightbox"));
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#lightbox-at")).hasText("2 из 2");
    var second = page.locator("#flow a.shot").nth(1).getAttribute("href");
    assertThat(page.locator("#lightbox-file")).hasAttribute("href", Pattern.compile(".*" + second));
    page.keyboard().press("Escape");
    assertThat(box).isHidden();
    assertThat(page.locator("#flow a.shot").nth(1)).isFocused();
  }

  @Test
  void aVoiceIsHeardHaltedAndHurried() {
    var line = demo().first().channel().instance();
    Simulator.customerSends(
        line, number, "audio/wav", "v.wav", "", Base64.getEncoder().encodeToString(silence(20)));
    enter(demo().first(), Look.PHONE);
    var voice = page.locator("#flow .voice").first();
    shown(voice);
    assertThat(voice.locator(".voice-at")).hasText("0:20");
    looksAt(page, Look.PHONE.picture("voice"));
    voice.locator("[data-act=play]").click();
    assertThat(voice).hasClass(Pattern.compile(".*\\bon\\b.*"));
    assertThat(voice.locator(".voice-at")).hasText(Pattern.compile("0:0[1-9]"));
    voice.locator("[data-act=pace]").click();
    assertThat(voice.locator("[data-act=pace]")).hasText("1.5×");
    assertThat(voice.locator("audio").evaluate("a => a.playbackRate")).isEqualTo(1.5);
    var seek = voice.locator("input");
    seek.focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    await()
        .atMost(SOON)
        .until(
            () ->
                ((Number) voice.locator("audio").evaluate("a => a.currentTime")).doubleValue() > 4);
    assertThat(seek).hasAttribute("aria-valuetext", Pattern.compile("0:\\d\\d из 0:20"));
    voice.locator("[data-act=play]").click();
    assertThat(voice).not().hasClass(Pattern.compile(".*\\bon\\b.*"));
  }

  /** Of so many seconds, as a WAV of 8,000 samples a second. */
  private static byte[] silence(int seconds) {
    var samples = seconds * 8000;
    return ByteBuffer.allocate(44 + samples)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(US_ASCII))
        .putInt(36 + samples)
        .put("WAVEfmt ".getBytes(US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(8000)
        .putInt(8000)
        .putShort((short) 1)
        .putShort((short) 8)
        .put("data".getBytes(US_ASCII))
        .putInt(samples)
        .array();
  }

  private void arrives(String line, String caption) {
    Simulator.customerSends(line, number, "image/png", "a.png", caption, PIXEL);
  }

  /** From the clipboard, or from a folder: what the browser then tells the page. */
  private void brings(String where, String way, String name) {
    page.locator(where)
        .evaluate(
            """
            (where, [way, name, bytes]) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name, { type: 'image/png' }));
              const how = { bubbles: true, cancelable: true };
              const told = way === 'paste' ? new ClipboardEvent(way, { ...how, clipboardData: data }) : new DragEvent(way, { ...how, dataTransfer: data });
              if (where.dispatchEvent(told)) throw new Error(way + ' was left to the browser');
            }""",
            List.of(way, name, PIXEL));
  }

  private void enter(Demo.Company company, Look look) {
    page = signedIn(company.user("ORG_ADMIN"), "/inbox?tab=ALL", look);
    opens(page, number);
  }

  private static FilePayload picture(String name) {
    return new FilePayload(name, "image/png", Base64.getDecoder().decode(PIXEL));
  }

  private static void loaded(Locator picture) {
    shown(picture.first());
    await()
        .atMost(SOON)
        .until(() -> (Boolean) picture.first().evaluate("i => i.complete && i.naturalWidth > 0"));
  }
}
