package org.tulpar.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.MessageStatus;
import org.tulpar.conversation.Origin;
import org.tulpar.conversation.TranscriptLine.Asked;
import org.tulpar.conversation.TranscriptLine.Beside;
import org.tulpar.conversation.TranscriptLine.File;
import org.tulpar.conversation.TranscriptLine.Place;
import org.tulpar.conversation.TranscriptLine.Quote;
import org.tulpar.conversation.TranscriptLine.Said;
import org.tulpar.conversation.TranscriptLine.Sign;
import org.tulpar.conversation.translated.TranslatedLine;
import org.tulpar.media.FileType;

class InsideTest {

  private static final Instant NOON = Instant.parse("2026-01-05T06:00:00Z");
  private static final Reader READER = new Reader(1, Locale.of("ru"), ZoneId.of("UTC"), NOON);
  private static final UUID ID = UUID.randomUUID();

  private static Said said(String kind, Beside beside) {
    return said(kind, null, beside);
  }

  private static Said said(String kind, Long bytes, Beside beside) {
    return new Said(
        1,
        NOON,
        Author.CLIENT,
        Origin.PHONE,
        MessageStatus.DELIVERED,
        kind,
        "",
        null,
        false,
        null,
        bytes,
        null,
        null,
        null,
        false,
        beside);
  }

  private static Beside file(String state, String type) {
    var file = new File(ID, state, type == null ? null : FileType.known(type));
    return new Beside(
        file, null, null, null, List.of(), false, false, false, true, null, null, null, null);
  }

  private static Inside inside(String kind, Beside beside) {
    return Inside.of(said(kind, beside), READER, ChannelType.EVOLUTION);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE,image/jpeg,image",
    "VIDEO,video/mp4,video",
    "AUDIO,audio/ogg,audio",
    "STICKER,image/webp,sticker",
    "DOCUMENT,application/pdf,file",
    "DOCUMENT,image/png,file",
    "IMAGE,application/octet-stream,file",
    "STICKER,application/octet-stream,file"
  })
  void a_stored_file_is_shown_as_what_it_is(String kind, String type, String form) {
    var inside = inside(kind, file("STORED", type));
    assertThat(inside.form()).isEqualTo(form);
    assertThat(inside.address()).isEqualTo("/media/" + ID);
  }

  @ParameterizedTest
  @CsvSource({"900,1 КБ", "340000,340 КБ", "2450000,'2,5 МБ'"})
  void a_stored_file_says_its_size(long bytes, String size) {
    var said = said("DOCUMENT", bytes, file("STORED", "application/pdf"));
    assertThat(Inside.of(said, READER, ChannelType.EVOLUTION).size()).isEqualTo(size);
  }

  @Test
  void a_file_whose_size_nobody_has_told_says_none() {
    assertThat(inside("DOCUMENT", file("STORED", "application/pdf")).size()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PENDING,wait,Загружаем файл…", "FAILED,failed,Не удалось загрузить файл"})
  void a_file_that_is_not_there_says_so(String state, String form, String words) {
    var inside = inside("IMAGE", file(state, null));
    assertThat(inside.form()).isEqualTo(form);
    assertThat(inside.words()).isEqualTo(words);
    assertThat(inside.address()).isNull();
  }

  @Test
  void a_place_is_a_link_to_a_map() {
    var place = new Place(43.2, -76.9);
    var beside =
        new Beside(
            null, place, null, null, List.of(), false, false, false, true, null, null, null, null);
    assertThat(inside("LOCATION", beside).address())
        .startsWith("https://www.openstreetmap.org/?mlat=43.200000&mlon=-76.900000");
  }

  @Test
  void of_a_deleted_message_only_that_is_shown() {
    var file = new File(ID, "DELETED", null);
    var beside =
        new Beside(
            file, null, null, null, List.of(), true, true, false, true, null, null, null, null);
    var inside = inside("IMAGE", beside);
    assertThat(inside.gone()).isEqualTo("Сообщение удалено");
    assertThat(inside.mark()).isNull();
    assertThat(inside.form()).isEqualTo("none");
  }

  @Test
  void an_answer_shows_what_it_answers() {
    var quote = new Quote(7L, Author.BOT, null, "IMAGE", "");
    var beside =
        new Beside(
            null, null, null, quote, List.of(), false, false, false, true, null, null, null, null);
    assertThat(inside("TEXT", beside).quoted()).isEqualTo(new Inside.Quoted("m7", "Бот", "Фото"));
    var unknown = new Quote(null, null, null, null, null);
    var lost =
        new Beside(
            null, null, null, unknown, List.of(), false, false, false, true, null, null, null,
            null);
    assertThat(inside("TEXT", lost).quoted().text()).isEqualTo("Сообщение, которого у нас нет");
  }

  @Test
  void a_question_stands_apart_from_its_answers_numbered_where_they_cannot_be_pressed() {
    var asked = new Asked("Когда?", List.of("Утром", "Вечером"));
    var said =
        said(
            "QUESTION",
            new Beside(
                null, null, null, null, List.of(), false, false, false, true, null, null, null,
                asked));
    assertThat(Inside.of(said, READER, ChannelType.EVOLUTION).question())
        .isEqualTo(new Inside.Question("Когда?", List.of("Утром", "Вечером"), true));
    var line = line(said, ChannelType.WHATSAPP_CLOUD, Map.of());
    assertThat(line.text()).isEqualTo("Когда?");
    assertThat(line.kind()).isNull();
    assertThat(line.question().numbered()).isFalse();
    var whole = new TranslatedLine("en", "When?\n\n1. Mornings", false, List.of(), null);
    assertThat(line(said, ChannelType.EVOLUTION, Map.of(said.id(), whole)).question())
        .as("the translation says them")
        .isNull();
  }

  private static ThreadLine line(
      Said said, ChannelType messenger, Map<Long, TranslatedLine> translations) {
    return ThreadLines.of(List.of(said), READER, messenger, null, translations).getLast();
  }

  @Test
  void equal_signs_are_counted() {
    var signs =
        List.of(
            new Sign("👍", "Болат", false), new Sign("❤", null, false), new Sign("👍", null, true));
    var beside =
        new Beside(null, null, null, null, signs, true, false, false, true, null, null, null, null);
    var inside = inside("TEXT", beside);
    assertThat(inside.signs())
        .containsExactly(
            new Inside.Shown("👍", 2, "Болат, Вы", true), new Inside.Shown("❤", 1, "", false));
    assertThat(inside.mark()).isEqualTo("изменено");
  }
}
