package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.policy.KnownTemplate;
import org.tulpar.channel.policy.MessageTemplate;
import org.tulpar.channel.policy.MessageTemplates;
import org.tulpar.channel.policy.TemplateRefused;
import org.tulpar.channel.policy.TemplateSettings;
import org.tulpar.channel.policy.TemplateSettings.Typed;
import org.tulpar.channel.policy.TemplateStatus;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The templates of a channel as its organization keeps them. */
class TemplatesTest {

  private Pipeline pipeline;
  private Rig rig;
  private TemplateSettings settings;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    pipeline.prepare("update channel set type = 'WHATSAPP_CLOUD' where id = ?", pipeline.channel);
    rig =
        new Rig().with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 2)));
    settings = rig.get(TemplateSettings.class);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void onlyAnApprovedTemplateIsOffered() {
    add("back", "ru", "Здравствуйте, {{1}}!", TemplateStatus.PENDING);
    assertThat(offered()).isEmpty();
    var pending = first();
    assertThat(pending.parameters()).isEqualTo(1);
    within(
        () -> {
          settings.change(
              pipeline.channel,
              pending.id(),
              new Typed("back", "ru", "{{1}} и {{2}}", TemplateStatus.APPROVED));
          return null;
        });
    assertThat(offered()).singleElement().satisfies(t -> assertThat(t.parameters()).isEqualTo(2));
  }

  @Test
  void aNameStandsOnceInALanguage() {
    add("back", "ru", "a", TemplateStatus.APPROVED);
    add("back", "en_US", "a", TemplateStatus.APPROVED);
    assertThatThrownBy(() -> add("back", "ru", "b", TemplateStatus.APPROVED))
        .isInstanceOf(TemplateRefused.class);
    assertThatThrownBy(() -> add("Back", "ru", "b", TemplateStatus.APPROVED))
        .isInstanceOf(TemplateRefused.class);
    assertThatThrownBy(() -> add("other", "russian", "b", TemplateStatus.APPROVED))
        .isInstanceOf(TemplateRefused.class);
    assertThatThrownBy(() -> add("other", "ru", " ", TemplateStatus.APPROVED))
        .isInstanceOf(TemplateRefused.class);
  }

  @Test
  void aLongListComesInPages() {
    for (int i = 0; i <= TemplateSettings.PAGE; i++) {
      add("t%03d".formatted(i), "ru", "a", TemplateStatus.APPROVED);
    }
    var page = within(() -> settings.page(pipeline.channel, null));
    assertThat(page.templates()).hasSize(TemplateSettings.PAGE);
    assertThat(page.more()).isTrue();
    var rest = within(() -> settings.page(pipeline.channel, page.templates().getLast()));
    assertThat(rest.templates()).extracting(KnownTemplate::name).containsExactly("t050");
    assertThat(rest.more()).isFalse();
  }

  @Test
  void theChannelOfAnotherOrganizationDoesNotExist() throws SQLException {
    var other = Pipeline.ofNewOrganization(0);
    other.prepare("update channel set type = 'WHATSAPP_CLOUD' where id = ?", other.channel);
    assertThatThrownBy(
            () ->
                within(
                    () -> {
                      settings.add(
                          other.channel, new Typed("a", "ru", "a", TemplateStatus.APPROVED));
                      return null;
                    }))
        .isInstanceOf(TemplateRefused.class);
  }

  private void add(String name, String language, String body, TemplateStatus status) {
    within(
        () -> {
          settings.add(pipeline.channel, new Typed(name, language, body, status));
          return null;
        });
  }

  private List<MessageTemplate> offered() {
    return within(() -> rig.get(MessageTemplates.class).approved(pipeline.channel));
  }

  private KnownTemplate first() {
    return within(() -> settings.page(pipeline.channel, null)).templates().getFirst();
  }

  private <T> T within(Supplier<T> act) {
    return TenantScope.within(new OrganizationId(pipeline.organization), act::get);
  }
}
