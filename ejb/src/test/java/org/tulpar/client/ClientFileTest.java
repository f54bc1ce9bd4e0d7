package org.tulpar.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.client.field.TestedFields;
import org.tulpar.kernel.Fired;
import org.tulpar.tenant.TestedDatabase;

/** A card: what a person types into it, and what is told about it. */
class ClientFileTest {

  private static final long PERSON = 1;

  private final Fired fired = new Fired();
  private TestedDatabase database;
  private ClientFile file;
  private FieldSettings settings;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    file = TestedCards.file(database, fired);
    settings = TestedFields.settings(database);
  }

  @Test
  void what_is_typed_stands_in_the_card_as_it_is_kept() {
    var id = database.within(() -> file.add(typed("Фатима", "+996 (555) 12-34-56", 0), PERSON));
    var card = card(id);
    assertThat(card.name()).isEqualTo("Фатима");
    assertThat(card.phone()).isEqualTo("996555123456");
    assertThat(card.email()).isEqualTo("fatima@mail.com");
    assertThat(card.company()).isEqualTo("Ромашка");
    var other = database.within(() -> file.add(typed("Марк", null, 0), PERSON));
    assertThat(card(other).companyId()).as("one company of a name").isEqualTo(card.companyId());
  }

  @Test
  void a_card_made_by_hand_never_has_the_number_of_a_client_who_wrote() throws SQLException {
    var id = database.within(() -> file.add(typed("Фатима", "+996 555 123 456", 0), PERSON));
    assertThat(database.look("select last_value from message_id where ? is not null"))
        .containsExactly(Long.toString(id));
  }

  @Test
  void a_card_of_nobody_is_refused() {
    assertThatThrownBy(
            () ->
                database.within(
                    () ->
                        file.add(
                            new ClientEdit(" ", null, "", null, "о нём", null, Map.of(), 0),
                            PERSON)))
        .isInstanceOfSatisfying(
            ClientRefused.class, e -> assertThat(e.reason()).isEqualTo("nobody"));
  }

  @Test
  void of_two_who_save_at_once_the_second_is_told() throws SQLException {
    database.client(7, "Анна", null);
    database.doing(() -> file.save(7, typed("Анна Ким", null, 0), PERSON));
    assertThatThrownBy(() -> database.doing(() -> file.save(7, typed("Анна Ли", null, 0), PERSON)))
        .isInstanceOf(ClientChanged.class);
    assertThat(card(7).name()).isEqualTo("Анна Ким");
    assertThat(fired.all())
        .as("open boards are told of the card that was written")
        .containsExactly(new CardWritten(database.organization(), List.of(7L)));
  }

  @Test
  void a_name_that_a_person_typed_is_not_taken_back_by_the_messenger() throws SQLException {
    database.client(7, "anna_k", null);
    database.doing(() -> file.save(7, typed("Анна", null, 0), PERSON));
    assertThat(database.look("select named_by from client where organization_id = ? and id = 7"))
        .containsExactly(Long.toString(Long.MAX_VALUE));
  }

  @Test
  void custom_fields_hold_values_of_their_type_only() throws SQLException {
    database.doing(
        () -> {
          settings.add(Bearer.CLIENT, "Человек", CustomFieldType.NUMBER, null);
          settings.add(Bearer.CLIENT, "Дата тура", CustomFieldType.DATE, null);
          settings.add(Bearer.CLIENT, "Паспорт", CustomFieldType.FLAG, null);
          settings.add(Bearer.CLIENT, "Размер", CustomFieldType.CHOICE, "S\nM\nL");
        });
    database.client(7, "Анна", null);
    var ids =
        database.within(() -> settings.all(Bearer.CLIENT)).stream()
            .map(field -> field.id())
            .toList();
    database.doing(
        () ->
            file.save(
                7,
                with(
                    Map.of(
                        ids.get(0),
                        "1 500,50",
                        ids.get(1),
                        "31.12.2026",
                        ids.get(2),
                        "да",
                        ids.get(3),
                        "m"),
                    0),
                PERSON));
    assertThat(card(7).fields())
        .extracting(field -> field.value().plain())
        .containsExactly("1500.5", "2026-12-31", "true", "M");
    for (var wrong :
        List.of(
            Map.of(ids.get(0), "много"),
            Map.of(ids.get(1), "31.02.2026x"),
            Map.of(ids.get(3), "XL"))) {
      assertThatThrownBy(
              () -> database.doing(() -> file.save(7, with(wrong, card(7).version()), PERSON)))
          .isInstanceOf(ClientRefused.class);
    }
    database.doing(() -> file.save(7, with(Map.of(ids.get(0), ""), card(7).version()), PERSON));
    assertThat(card(7).fields().getFirst().value()).isNull();
  }

  @Test
  void a_field_of_a_taken_name_and_a_choice_of_nothing_are_refused() {
    database.doing(() -> settings.add(Bearer.CLIENT, "Размер", CustomFieldType.TEXT, null));
    assertThatThrownBy(
            () ->
                database.doing(
                    () -> settings.add(Bearer.CLIENT, "размер", CustomFieldType.TEXT, null)))
        .isInstanceOfSatisfying(
            ClientRefused.class, e -> assertThat(e.reason()).isEqualTo("field_taken"));
    assertThatThrownBy(
            () ->
                database.doing(
                    () -> settings.add(Bearer.CLIENT, "Цвет", CustomFieldType.CHOICE, " \n ")))
        .isInstanceOfSatisfying(
            ClientRefused.class, e -> assertThat(e.reason()).isEqualTo("field_choices"));
  }

  @Test
  void a_tag_is_made_once_and_goes_with_its_last_client() throws SQLException {
    database.client(7, "Анна", null);
    database.client(8, "Марк", null);
    database.doing(() -> file.tag(7, "VIP"));
    database.doing(() -> file.tag(8, "vip"));
    assertThat(database.look("select name from tag where organization_id = ?"))
        .containsExactly("VIP");
    var tag = card(7).tags().getFirst().id();
    database.doing(() -> file.untag(7, tag));
    assertThat(card(8).tags()).hasSize(1);
    database.doing(() -> file.untag(8, tag));
    assertThat(database.look("select name from tag where organization_id = ?")).isEmpty();
  }

  @Test
  void the_timeline_tells_everything_the_latest_first() throws SQLException {
    muchHasHappened();
    var lines = database.within(() -> file.timeline(7, TimelinePlace.NEWEST)).rows();
    assertThat(lines)
        .extracting(TimelineLine::event)
        .containsExactly(
            "note",
            "conversation",
            "conversation.taken_over",
            "conversation.note",
            "deal.stage_changed",
            "deal.created");
    assertThat(lines.get(0).person()).isEqualTo("Бакыт");
    assertThat(lines.get(1).messages()).isEqualTo(3);
    assertThat(database.within(() -> file.timeline(7, lines.get(3).place())).rows())
        .extracting(TimelineLine::event)
        .containsExactly("deal.stage_changed", "deal.created");
  }

  /** A dialogue, a note of it, a deal, and a note of the client. */
  private void muchHasHappened() throws SQLException {
    database.client(7, "Анна", null);
    database.conversation(50, 7, "OPEN");
    database.write(
        "update conversation set last_message_at = now() - interval '1 hour' where organization_id"
            + " = ? and id = 50");
    database.write(
        "insert into message (organization_id, id, conversation_id, direction, author, origin,"
            + " status, kind, body, occurred_at) select ?, n, 50, 'IN', 'CLIENT', 'PHONE',"
            + " 'DELIVERED', 'TEXT', 'Привет', now() from generate_series(1, 3) n");
    database.write(
        "insert into audit_event (organization_id, type, user_id, conversation_id, at) values (?,"
            + " 'conversation.taken_over', 1, 50, now() - interval '2 hours')");
    database.write(
        "insert into audit_event (organization_id, type, user_id, conversation_id, at) values (?,"
            + " 'conversation.noted', 2, 50, now() - interval '3 hours')");
    database.write(
        "insert into conversation_note (organization_id, id, conversation_id, user_id, body,"
            + " created_at) values (?, 1, 50, 2, 'Ждёт счёт', now() - interval '3 hours')");
    database.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'P', 1)");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position) values (?, 9, 1,"
            + " 'Новый', 1)");
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title,"
            + " created_at) values (?, 1, 7, 1, 9, 'Тур', now() - interval '4 hours')");
    database.write(
        "insert into deal_stage_change (organization_id, deal_id, to_stage_id, at) values (?, 1, 9,"
            + " now() - interval '3 hours 30 minutes')");
    database.write(
        "insert into audit_event (organization_id, type, user_id, client_id, at, data) select ?, x.type, 1, 7,"
            + " now() - interval '3 hours 30 minutes', '{\"deal\": 1, \"to\": 9}' from (values"
            + " ('deal.created'), ('deal.stage_changed')) x (type)");
    database.doing(() -> file.note(7, "Едут с бабушкой", PERSON));
  }

  private ClientProfile card(long id) {
    return database.within(() -> file.profile(id)).orElseThrow();
  }

  private static ClientEdit typed(String name, String phone, int version) {
    return new ClientEdit(name, phone, "Fatima@Mail.com", "ru", null, "Ромашка", Map.of(), version);
  }

  private static ClientEdit with(Map<Long, String> values, int version) {
    return new ClientEdit("Анна", null, null, null, null, null, values, version);
  }
}
