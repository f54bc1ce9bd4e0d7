package org.tulpar.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.MessageStatus;
import org.tulpar.conversation.Origin;
import org.tulpar.conversation.TranscriptLine;
import org.tulpar.conversation.TranscriptLine.Beside;
import org.tulpar.conversation.TranscriptLine.Happened;
import org.tulpar.conversation.TranscriptLine.Said;
import org.tulpar.conversation.TranscriptLine.Towards;
import org.tulpar.web.conversation.ThreadLine.Type;

class ThreadLinesTest {

  private static final long ME = 1;
  private static final Instant NOON = Instant.parse("2026-01-05T06:00:00Z");
  private static final Reader READER =
      new Reader(ME, Locale.of("ru"), ZoneId.of("UTC+6"), NOON.plusSeconds(3600));

  @Test
  void a_day_begins_with_its_name_in_the_readers_zone() {
    var lines = lines(client(1, "2026-01-04T17:59:00Z"), client(2, "2026-01-04T18:01:00Z"));
    assertThat(lines)
        .extracting(ThreadLine::text)
        .containsExactly("Вчера, 4 января", "Привет", "Сегодня, 5 января", "Привет");
  }

  @Test
  void a_speaker_is_named_once_and_own_words_are_signed_in_the_foot() {
    var lines = lines(bot(1), bot(2), manager(3, ME, "Айгуль"), manager(4, 2, "Айбек"));
    assertThat(lines).extracting(ThreadLine::by).containsExactly(null, "Бот", null, null, "Айбек");
    assertThat(lines.get(3).foot()).isEqualTo("Вы");
    assertThat(lines.get(2).look()).endsWith("follow");
  }

  @Test
  void what_was_given_up_may_be_sent_again_or_discarded_and_what_was_fenced_may_not() {
    assertThat(lines(failed("gave_up")).get(1).options())
        .extracting(ThreadLine.Option::choice)
        .containsExactly("RESEND", "DISCARD");
    assertThat(lines(failed("taken_over")).get(1).options()).isEmpty();
  }

  @Test
  void it_is_said_what_returned_a_conversation() {
    var returned = "conversation.returned_to_bot";
    assertThat(
            lines(new Happened(1, NOON, returned, null, null, "POLICY", Towards.NOTHING))
                .get(1)
                .text())
        .startsWith("Люди долго не отвечали");
    assertThat(
            lines(new Happened(1, NOON, returned, null, null, "API", Towards.NOTHING))
                .get(1)
                .text())
        .startsWith("Диалог вернула");
  }

  @Test
  void it_is_said_why_what_was_planned_was_not_sent() {
    assertThat(unsent("window_closed")).endsWith("Отправьте одобренный шаблон");
    assertThat(unsent("broadcast")).contains(READER.word("refused.broadcast"));
    assertThat(unsent("of another version")).endsWith("Отправьте текст сами");
  }

  private static String unsent(String reason) {
    var why = new Towards(null, null, null, reason);
    var happened = new Happened(1, NOON, "follow_up.failed", 2L, "Айбек", "POLICY", why);
    var words = lines(happened).get(1).text();
    assertThat(words).startsWith("Айбек: запланированное сообщение не отправлено: ");
    return words;
  }

  @Test
  void new_messages_begin_with_a_line() {
    var transcript =
        List.<TranscriptLine>of(client(1, NOON.toString()), client(2, NOON.toString()));
    assertThat(ThreadLines.of(transcript, READER, ChannelType.EVOLUTION, 2L, Map.of()))
        .extracting(ThreadLine::type)
        .containsExactly(Type.DAY, Type.SAID, Type.NEW, Type.SAID);
  }

  @Test
  void a_failure_is_said_in_words_even_when_its_reason_is_new_to_us() {
    assertThat(lines(failed("not_on_whatsapp")).get(1).failure())
        .isEqualTo("Не отправлено: номера нет в WhatsApp");
    assertThat(lines(failed("odd_reason")).get(1).failure()).isEqualTo("Не отправлено");
    assertThat(lines(failed(null)).get(1).failure()).isEqualTo("Не отправлено");
  }

  @Test
  void what_cannot_be_shown_is_named() {
    var poll = said(1, NOON, Author.CLIENT, Origin.PHONE, "UNSUPPORTED", "poll", null, null, null);
    assertThat(lines(poll).get(1).kind()).isEqualTo("Сообщение вида «poll» пока не показываем");
  }

  @Test
  void passing_the_word_is_told_to_each_reader_in_her_words() {
    var at = Instant.parse("2026-01-05T06:10:00Z");
    assertThat(
            lines(
                    new Happened(
                        1, at, "conversation.taken_over", ME, "Айгуль", "CRM", Towards.NOTHING))
                .get(1)
                .text())
        .isEqualTo("Вы взяли диалог в 12:10");
    assertThat(
            lines(
                    new Happened(
                        1, at, "conversation.taken_over", null, null, "PHONE", Towards.NOTHING))
                .get(1)
                .text())
        .isEqualTo("Ответили с телефона в 12:10, бот замолчал");
  }

  @Test
  void a_client_without_name_and_phone_shows_the_end_of_her_address_only() {
    var client = Correspondent.of(null, null, "100000004084@lid", ChannelType.EVOLUTION);
    assertThat(client).isEqualTo(new Correspondent("WhatsApp ···4084", "84", "wa"));
  }

  private static List<ThreadLine> lines(TranscriptLine... transcript) {
    return ThreadLines.of(List.of(transcript), READER, ChannelType.EVOLUTION, null, Map.of());
  }

  private static Said client(long id, String at) {
    return said(id, Instant.parse(at), Author.CLIENT, Origin.PHONE, "TEXT", null, null, null, null);
  }

  private static Said bot(long id) {
    return said(id, NOON, Author.BOT, Origin.CRM, "TEXT", null, null, null, null);
  }

  private static Said manager(long id, long user, String name) {
    return said(id, NOON, Author.MANAGER, Origin.CRM, "TEXT", null, user, name, null);
  }

  private static Said failed(String code) {
    return new Said(
        1,
        NOON,
        Author.MANAGER,
        Origin.CRM,
        MessageStatus.FAILED,
        "TEXT",
        "Привет",
        null,
        false,
        null,
        null,
        ME,
        "Айгуль",
        code,
        !"taken_over".equals(code),
        Beside.NOTHING);
  }

  private static Said said(
      long id,
      Instant at,
      Author author,
      Origin origin,
      String kind,
      String detail,
      Long user,
      String sender,
      String failure) {
    return new Said(
        id,
        at,
        author,
        origin,
        MessageStatus.DELIVERED,
        kind,
        "Привет",
        detail,
        false,
        null,
        null,
        user,
        sender,
        failure,
        false,
        Beside.NOTHING);
  }
}
