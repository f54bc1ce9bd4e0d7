package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.media.MediaCollector;
import org.tulpar.media.MediaFiles;
import org.tulpar.media.MediaSource;
import org.tulpar.media.MediaSource.Fetched.Found;
import org.tulpar.media.MediaSource.Fetched.Missing;
import org.tulpar.media.MediaStore;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** From the message that brings a file to the file: fetched after the commit, once, or given up. */
class FilesOfMessagesTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final String IMAGE =
      "{\"imageMessage\":{\"mimetype\":\"image/png\",\"caption\":\"look\",\"fileLength\":8}}";

  private Pipeline pipeline;
  private Resolver resolver;
  private Rig rig;
  private final MediaRig.Provider provider = new MediaRig.Provider();
  private final MediaRig.Shelf shelf = new MediaRig.Shelf();

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    resolver = new Resolver(pipeline);
    pipeline.prepare(
        "update media_job set due_at = 'infinity' where organization_id <> ?",
        pipeline.organization);
    rig =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
            .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 2)))
            .with(MediaSource.class, provider)
            .with(MediaStore.class, shelf)
            .with(ChannelDirectory.class, new MediaRig.OneChannel());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aFileIsFetchedStoredAndFoundByItsOwnOrganizationOnly() throws Exception {
    arrive(IMAGE);
    assertThat(media("status")).isEqualTo("PENDING");
    provider.answers.add(new Found(PNG, "photo.png"));
    collect();
    assertThat(media("status || ' ' || content_type || ' ' || bytes || ' ' || file_name"))
        .isEqualTo("STORED image/png 8 photo.png");
    assertThat(count("media_job")).isZero();
    assertThat(rig.fired()).hasAtLeastOneElementOfType(ConversationChanged.class);
    var id = UUID.fromString(media("id"));
    var files = rig.get(MediaFiles.class);
    var own = new OrganizationId(pipeline.organization);
    var other = new OrganizationId(Pipeline.ofNewOrganization(0).organization);
    assertThat(TenantScope.within(own, () -> files.find(id))).isPresent();
    assertThat(TenantScope.within(other, () -> files.find(id))).isEmpty();
  }

  @Test
  void theProviderIsGivenTheWebhookThatBroughtIt() throws Exception {
    arrive(IMAGE);
    provider.answers.add(new Found(PNG, null));
    collect();
    assertThat(provider.wanted.externalId()).isEqualTo("M-1");
    assertThat(provider.wanted.raw()).contains("imageMessage");
  }

  @Test
  void troubleIsTriedAgainAndInTheEndGivenUp() throws Exception {
    arrive(IMAGE);
    for (int i = 0; i < 9; i++) {
      provider.answers.add(new Missing("timeout", "", false));
      collect();
      assertThat(media("status")).isEqualTo("PENDING");
      assertThat(provider.answers).isEmpty();
      collect();
      assertThat(count("media_job")).as("it waits").isEqualTo(1);
      due();
    }
    provider.answers.add(new Missing("timeout", "", false));
    collect();
    assertThat(media("status || ' ' || failure_code")).isEqualTo("FAILED timeout");
    assertThat(count("media_job")).isZero();
  }

  @Test
  void whatIsMissingForGoodIsNotAskedTwice() throws Exception {
    arrive(IMAGE);
    provider.answers.add(new Missing("unreadable", "", true));
    collect();
    assertThat(media("status || ' ' || failure_code")).isEqualTo("FAILED unreadable");
  }

  @Test
  void whatIsTooLargeIsNotAskedAtAll() throws Exception {
    arrive(IMAGE.replace("\"fileLength\":8", "\"fileLength\":99000000"));
    collect();
    assertThat(media("status || ' ' || failure_code")).isEqualTo("FAILED too_large");
  }

  @Test
  void whatCallsItselfAnImageAndIsNoneIsADownload() throws Exception {
    arrive(IMAGE);
    provider.answers.add(new Found("<svg/>".getBytes(StandardCharsets.UTF_8), null));
    collect();
    assertThat(media("content_type")).isEqualTo("text/plain");
  }

  @Test
  void aDeletedMessageTakesItsFileAlong() throws Exception {
    arrive(IMAGE);
    provider.answers.add(new Found(PNG, null));
    collect();
    assertThat(shelf.files).hasSize(1);
    resolver.arrive(Wire.deletion("M-1"));
    collect();
    assertThat(shelf.files).isEmpty();
    assertThat(media("status")).isEqualTo("DELETED");
    assertThat(count("media_job")).isZero();
  }

  @Test
  void aFileWhoseMessageIsDeletedWhileItIsFetchedIsNotKept() throws Exception {
    arrive(IMAGE);
    provider.answers.add(new Found(PNG, null));
    provider.meanwhile = this::delete;
    collect();
    collect();
    assertThat(shelf.files).isEmpty();
    assertThat(media("status")).isEqualTo("DELETED");
  }

  @Test
  void whatIsToBeSeenOnceStaysOnThePhone() throws Exception {
    arrive("{\"viewOnceMessageV2\":{\"message\":" + IMAGE + "}}");
    assertThat(count("message")).isEqualTo(1);
    assertThat(count("media")).isZero();
  }

  @Test
  void aMessageThatComesAgainHasOneFile() throws Exception {
    arrive(IMAGE);
    resolver.putBack();
    resolver.drain();
    assertThat(count("media")).isEqualTo(1);
    assertThat(count("media_job")).isEqualTo(1);
  }

  private void delete() {
    try {
      resolver.arrive(Wire.deletion("M-1"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void arrive(String message) throws Exception {
    resolver.arrive(Wire.message(Wire.key(Wire.JID, "M-1", false), message, 1));
  }

  private void collect() throws SQLException {
    var collector = rig.get(MediaCollector.class);
    for (var job : collector.claim(10)) {
      collector.work(job);
    }
  }

  private void due() throws SQLException {
    pipeline.prepare(
        "update media_job set due_at = now() where organization_id = ?", pipeline.organization);
  }

  private String media(String column) throws SQLException {
    return pipeline.look("select %s from media where organization_id = ?".formatted(column));
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from %s where organization_id = ?".formatted(table)));
  }
}
