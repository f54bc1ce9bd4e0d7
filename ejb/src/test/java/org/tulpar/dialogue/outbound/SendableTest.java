package org.tulpar.dialogue.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ContentJson;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.TemplateMessage;
import org.tulpar.media.MediaStore;
import org.tulpar.tenant.OrganizationId;

class SendableTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(25));

  /** Says what it was asked for. */
  private static final class Echo implements ChannelGateway {

    @Override
    public ChannelType type() {
      return ChannelType.WHATSAPP_CLOUD;
    }

    @Override
    public SendResult sendText(
        ChannelAccess channel, String address, String text, String quotedExternalId) {
      return new SendResult.Accepted("text " + text);
    }

    @Override
    public SendResult sendFile(
        ChannelAccess channel, String address, OutFile file, String quotedExternalId) {
      return new SendResult.Accepted(
          "%s %s %s %s %d"
              .formatted(
                  file.type(),
                  file.name(),
                  file.contentType(),
                  file.caption(),
                  file.bytes().length));
    }

    @Override
    public SendResult react(ChannelAccess channel, String address, Sign sign) {
      return new SendResult.Unknown(
          "timeout", sign.targetExternalId() + " " + sign.ours() + " " + sign.sign());
    }

    @Override
    public SendResult sendTemplate(
        ChannelAccess channel, String address, TemplateMessage template) {
      return new SendResult.Accepted("template " + template.name());
    }

    @Override
    public SendResult sendLocation(
        ChannelAccess channel, String address, Location place, String quotedExternalId) {
      return new SendResult.Accepted(
          place.latitude() + " " + place.longitude() + " " + place.text());
    }

    @Override
    public SendResult sendContacts(
        ChannelAccess channel, String address, Contacts cards, String quotedExternalId) {
      return new SendResult.Accepted(cards.text() + " " + cards.cards().getFirst().phone());
    }

    @Override
    public SendResult sendQuestion(
        ChannelAccess channel, String address, Question question, String quotedExternalId) {
      return new SendResult.Accepted(question.question() + " " + question.answers());
    }

    @Override
    public SendResult edit(ChannelAccess channel, String address, String externalId, String text) {
      return new SendResult.Unknown("timeout", externalId + " " + text);
    }

    @Override
    public Trace trace(ChannelAccess channel, String address, Wanted wanted, Instant notBefore) {
      return new Trace.Absent();
    }
  }

  @Test
  void aFreeTextGoesOutWhileTheWindowIsOpen() {
    assertThat(send(text(NOW), ChannelType.WHATSAPP_CLOUD))
        .isEqualTo(new SendResult.Accepted("text words"));
  }

  @Test
  void afterTheWindowItIsNotEvenTried() {
    assertThat(send(text(YESTERDAY), ChannelType.WHATSAPP_CLOUD))
        .isInstanceOfSatisfying(
            SendResult.Rejected.class, r -> assertThat(r.code()).isEqualTo("window_closed"));
    assertThat(send(text(YESTERDAY), ChannelType.TELEGRAM))
        .isEqualTo(new SendResult.Accepted("text words"));
  }

  @Test
  void aTemplateNeedsNoWindow() {
    var template =
        message()
            .saying("TEMPLATE", new TemplateMessage("back", "ru", List.of()).json(), YESTERDAY);
    assertThat(send(template, ChannelType.WHATSAPP_CLOUD))
        .isEqualTo(new SendResult.Accepted("template back"));
  }

  @Test
  void aPictureGoesOutWithItsBytesAndOnlyWhileTheWindowIsOpen() {
    assertThat(send(picture(NOW), ChannelType.WHATSAPP_CLOUD))
        .isEqualTo(new SendResult.Accepted("IMAGE cat.png image/png words 3"));
    assertThat(send(picture(YESTERDAY), ChannelType.WHATSAPP_CLOUD))
        .isInstanceOf(SendResult.Rejected.class);
  }

  @Test
  void aFileThatIsNotKeptAnyMoreIsRefusedAndOneThatCannotBeReadWaits() {
    shelf.trouble = new NoSuchFileException("cat");
    assertThat(send(picture(NOW), ChannelType.TELEGRAM))
        .isEqualTo(new SendResult.Rejected("file_gone", "the file is not kept any more"));
    shelf.trouble = new IOException("disk");
    assertThat(send(picture(NOW), ChannelType.TELEGRAM)).isInstanceOf(SendResult.Deferred.class);
  }

  @Test
  void aPlaceAndAContactGoOutAsWhatTheyAre() {
    var place =
        message().saying("LOCATION", ContentJson.of(new Location(1.5, 2.5, "words", false)), NOW);
    assertThat(send(place, ChannelType.TELEGRAM))
        .isEqualTo(new SendResult.Accepted("1.5 2.5 words"));
    var cards = new Contacts("words", List.of(Card.of("words", "+7701")));
    assertThat(send(message().saying("CONTACT", ContentJson.of(cards), NOW), ChannelType.TELEGRAM))
        .isEqualTo(new SendResult.Accepted("words +7701"));
  }

  @Test
  void aQuestionGoesOutWithItsAnswersWhileTheWindowIsOpen() {
    assertThat(send(question(NOW), ChannelType.WHATSAPP_CLOUD))
        .isEqualTo(new SendResult.Accepted("Когда? [Утром, Вечером]"));
    assertThat(send(question(YESTERDAY), ChannelType.WHATSAPP_CLOUD))
        .isInstanceOf(SendResult.Rejected.class);
  }

  private static Outgoing question(Instant clientAt) {
    var asked = new Question("Когда?", List.of("Утром", "Вечером"), "Открыть");
    return message().saying(asked.kind(), ContentJson.of(asked), clientAt);
  }

  @Test
  void anEditIsNeverUnknownAndWhereThereIsNoDeletionItIsRefused() {
    var edit = message().saying("EDIT", "{\"target\":\"M\",\"text\":\"new\"}", NOW);
    assertThat(send(edit, ChannelType.TELEGRAM))
        .isEqualTo(new SendResult.Deferred("timeout", "M new", null));
    var deletion = message().saying("DELETION", "{\"target\":\"M\"}", NOW);
    assertThat(send(deletion, ChannelType.TELEGRAM))
        .isInstanceOfSatisfying(
            SendResult.Rejected.class, r -> assertThat(r.code()).isEqualTo("no_deletions"));
  }

  @Test
  void aReactionIsNeverUnknown() {
    var reaction = message().saying("REACTION", "{\"target\":\"wamid.1\",\"ours\":false}", NOW);
    assertThat(send(reaction, ChannelType.TELEGRAM))
        .isEqualTo(new SendResult.Deferred("timeout", "wamid.1 false words", null));
  }

  private static Outgoing picture(Instant clientAt) {
    return message()
        .saying(
            "IMAGE",
            "{\"file\":\"%s\",\"mimeType\":\"image/png\",\"fileName\":\"cat.png\",\"size\":3,\"voice\":false}"
                .formatted(new UUID(0, 3)),
            clientAt);
  }

  /** Three bytes, or the trouble. */
  private static final class Shelf implements MediaStore {

    private IOException trouble;

    @Override
    public void keep(OrganizationId organization, UUID file, byte[] bytes) {}

    @Override
    public InputStream open(OrganizationId organization, UUID file, long from) throws IOException {
      if (trouble != null) {
        throw trouble;
      }
      return new ByteArrayInputStream(new byte[3]);
    }

    @Override
    public void drop(OrganizationId organization, UUID file) {}
  }

  private final Shelf shelf = new Shelf();
  private final OutFiles files = new OutFiles(shelf, null);

  private SendResult send(Outgoing message, ChannelType type) {
    var channel =
        new ChannelAccess(
            message.organization(), message.channel(), type, "1", URI.create("http://x"), "key");
    return Sendable.of(message, type, NOW).through(new Echo(), channel, files);
  }

  private static Outgoing text(Instant clientAt) {
    return message().saying("TEXT", null, clientAt);
  }

  private static Outgoing message() {
    return new Outgoing(
        new OrganizationId(new UUID(0, 1)),
        1,
        1,
        new UUID(0, 2),
        0,
        "77015550101",
        "words",
        null,
        NOW);
  }
}
