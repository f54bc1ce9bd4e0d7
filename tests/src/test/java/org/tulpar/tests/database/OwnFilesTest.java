package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.dialogue.media.MediaCollector;
import org.tulpar.media.Attachments;
import org.tulpar.media.FileRefused;
import org.tulpar.media.MediaFile;
import org.tulpar.media.MediaSource;
import org.tulpar.media.MediaStore;
import org.tulpar.media.UploadDesk;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** From the file that a person brings to the message that takes it along, or to its end. */
class OwnFilesTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private Pipeline pipeline;
  private Rig rig;
  private long person;
  private final MediaRig.Shelf shelf = new MediaRig.Shelf();

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    person = pipeline.person();
    pipeline.prepare(
        "update media_job set due_at = 'infinity' where organization_id <> ?",
        pipeline.organization);
    rig =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
            .setting("tulpar.media.max-bytes", "100")
            .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 2)))
            .with(MediaSource.class, new MediaRig.Provider())
            .with(MediaStore.class, shelf)
            .with(ChannelDirectory.class, new MediaRig.OneChannel());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aFileIsKeptUnderANameOfOursAndWaitsToBeSent() throws SQLException {
    var file = take("C:\\photos\\a\u0000<b>.png", PNG);
    assertThat(shelf.files).containsOnlyKeys(pipeline.organization + "/" + file.id());
    assertThat(media("status || ' ' || content_type || ' ' || bytes || ' ' || file_name"))
        .isEqualTo("STORED image/png 8 ab.png");
    assertThat(count("media_job where job = 'DROP' and due_at > now() + interval '23 hours' and"))
        .isEqualTo(1);
  }

  @Test
  void whatIsNotSentIsDropped() throws SQLException {
    take("a.png", PNG);
    collect();
    assertThat(shelf.files).as("it has a day").hasSize(1);
    pipeline.prepare(
        "update media_job set due_at = now() where organization_id = ?", pipeline.organization);
    collect();
    assertThat(shelf.files).isEmpty();
    assertThat(count("media where")).isZero();
  }

  @Test
  void whoeverBroughtItMayLeaveItAndNobodyElse() throws SQLException {
    var file = take("a.png", PNG);
    var other = pipeline.person();
    within(
        () -> {
          rig.get(UploadDesk.class).leave(file.id(), other);
          return null;
        });
    collect();
    assertThat(shelf.files).hasSize(1);
    within(
        () -> {
          rig.get(UploadDesk.class).leave(file.id(), person);
          return null;
        });
    collect();
    assertThat(shelf.files).isEmpty();
  }

  @Test
  void aFileGoesWithOneMessageOfThePersonWhoBroughtIt() throws SQLException {
    var file = take("a.png", PNG);
    var desk = rig.get(Attachments.class);
    var other = pipeline.person();
    assertThatThrownBy(() -> within(() -> desk.keep(List.of(file.id()), other)))
        .isInstanceOf(FileRefused.class);
    assertThat(within(() -> desk.keep(List.of(file.id()), person))).containsExactly(file);
    assertThatThrownBy(() -> within(() -> desk.keep(List.of(file.id()), person)))
        .isInstanceOf(FileRefused.class);
    pipeline.prepare(
        "update media_job set due_at = now() where organization_id = ?", pipeline.organization);
    collect();
    assertThat(shelf.files).as("it is sent, and stays").hasSize(1);
  }

  @Test
  void aFileThatIsJustBeingDroppedIsNotSent() throws SQLException {
    var file = take("a.png", PNG);
    pipeline.prepare(
        "update media_job set due_at = now() where organization_id = ?", pipeline.organization);
    assertThat(rig.get(MediaCollector.class).claim(10)).hasSize(1);
    var desk = rig.get(Attachments.class);
    assertThatThrownBy(() -> within(() -> desk.keep(List.of(file.id()), person)))
        .isInstanceOf(FileRefused.class);
  }

  @Test
  void whatIsNotTakenIsToldAndLeavesNothing() throws SQLException {
    assertThatThrownBy(() -> take("a", new byte[0]))
        .isInstanceOfSatisfying(
            FileRefused.class, e -> assertThat(e.code()).isEqualTo("refused.file_empty"));
    assertThatThrownBy(() -> take("a.png", new byte[101]))
        .isInstanceOfSatisfying(FileRefused.class, e -> assertThat(e.isTooLarge()).isTrue());
    var program = new byte[] {'M', 'Z', 0, 0};
    assertThatThrownBy(() -> take("a.png", program))
        .isInstanceOfSatisfying(
            FileRefused.class, e -> assertThat(e.code()).isEqualTo("refused.file_type"));
    assertThat(count("media where")).isZero();
    assertThat(shelf.files).isEmpty();
  }

  @Test
  void aPictureIsSettledByTheEchoOfAFileNotOfAnEmptyText() throws SQLException {
    var message = sending("IMAGE", "", "{}");
    assertThat(pipeline.echo("77015550101@s.whatsapp.net", "E-1", "", "TEXT")).isEmpty();
    assertThat(pipeline.echo("77015550101@s.whatsapp.net", "E-1", "", "FILE"))
        .containsExactly(message);
  }

  @Test
  void aReactionStandsUnderItsMessageWhenItWasTaken() throws SQLException {
    var message = sending("REACTION", "👍", "{\"target\": \"M-1\", \"ours\": false}");
    assertThat(count("message_reaction where")).isZero();
    assertThat(pipeline.echo("77015550101@s.whatsapp.net", "E-1", "👍", "TEXT")).isEmpty();
    pipeline.outbox.mark(message, "SENT", "E-1", null);
    assertThat(
            pipeline.look(
                "select external_id || ' ' || reactor || ' ' || sign from message_reaction where organization_id = ?"))
        .isEqualTo("M-1 owner 👍");
    var taken = sending("REACTION", "", "{\"target\": \"M-1\", \"ours\": false}");
    pipeline.outbox.mark(taken, "SENT", null, null);
    assertThat(pipeline.look("select sign from message_reaction where organization_id = ?"))
        .isEmpty();
  }

  /** A message of ours to the person of {@code M-1}, on its way. */
  private long sending(String kind, String body, String content) throws SQLException {
    pipeline.apply(Incoming.from("77015550101@s.whatsapp.net", "M-1", "hello"));
    var conversation =
        Long.parseLong(pipeline.look("select id from conversation where organization_id = ?"));
    var message = pipeline.outbox.queue(conversation, 1);
    pipeline.prepare(
        "update message set kind = ?, body = ?, content = ?::jsonb where organization_id = ? and id = ?",
        kind,
        body,
        content,
        pipeline.organization,
        message);
    assertThat(pipeline.outbox.claim()).hasSize(1);
    return message;
  }

  private MediaFile take(String name, byte[] bytes) {
    return within(
        () -> {
          try {
            return rig.get(UploadDesk.class)
                .take(person, name, null, new ByteArrayInputStream(bytes));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private <T> T within(Supplier<T> act) {
    return TenantScope.within(new OrganizationId(pipeline.organization), act::get);
  }

  private void collect() throws SQLException {
    var collector = rig.get(MediaCollector.class);
    for (var job : collector.claim(10)) {
      collector.work(job);
    }
  }

  private String media(String column) throws SQLException {
    return pipeline.look("select %s from media where organization_id = ?".formatted(column));
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from %s organization_id = ?".formatted(table)));
  }
}
