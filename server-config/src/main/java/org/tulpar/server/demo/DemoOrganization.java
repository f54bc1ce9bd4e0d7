package org.tulpar.server.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.UUID;
import org.tulpar.conversation.hours.WorkingHours;
import org.tulpar.kernel.SecretBox;

/** Writes one organization, with everything that it needs to answer its first customer. */
final class DemoOrganization {

  /** Below the simulator's address. */
  static final String TRANSLATOR = "/deepl";

  private final Rows rows;
  private final DemoPlan plan;

  DemoOrganization(Rows rows, DemoPlan plan) {
    this.rows = rows;
    this.plan = plan;
  }

  void write(Demo.Company company, String simulatorUrl, SecretBox box) throws SQLException {
    rows.execute(
        "insert into organization (organization_id, name, time_zone, locale) values (?, ?, ?, ?)",
        plan.name(),
        plan.timeZone(),
        plan.locale());
    for (int i = 0; i < plan.people().size(); i++) {
      user(plan.people().get(i), company.users().get(i));
    }
    channel(company.channels().getFirst(), plan.channelName(), simulatorUrl, box);
    for (int i = 0; i < plan.accounts().size(); i++) {
      channel(company.channels().get(i + 1), plan.accounts().get(i).name(), simulatorUrl, box);
    }
    apiKey(company.apiKey());
    translation(company, simulatorUrl, box);
    agent();
    rules();
    funnel();
    plan.catalog().write(rows);
  }

  private void user(DemoPlan.Person person, Demo.Account account) throws SQLException {
    rows.execute(
        "insert into users (organization_id, id, login, password_hash, name, role, locale,"
            + " time_zone) values (?, ?, ?, ?, ?, ?, ?, ?)",
        rows.nextId(),
        account.login(),
        PasswordHash.of(account.password()),
        person.name(),
        account.role(),
        plan.locale(),
        plan.timeZone());
  }

  private void channel(Demo.Channel number, String name, String simulatorUrl, SecretBox box)
      throws SQLException {
    var id = UUID.randomUUID();
    rows.execute(
        // No limit: the simulated messenger bans nobody.
        "insert into channel (organization_id, id, type, name, instance, api_url, api_key_sealed,"
            + " connection_state, per_minute) values (?, ?, ?, ?, ?, ?, ?, 'OPEN', 0)",
        id,
        number.type(),
        name,
        number.instance(),
        number.apiUrl(simulatorUrl),
        box.seal(id, number.apiKey()));
    rows.execute(
        "insert into channel_route (organization_id, channel_id, channel_key, channel_type,"
            + " secret_hash, signing_key_sealed) values (?, ?, ?, ?, ?, ?)",
        id,
        number.key(),
        number.type(),
        sha256(number.secret()),
        number.signs() ? box.seal(id, number.secret()) : null);
    if (number.signs()) {
      template(id);
    }
  }

  /** By the simulator, which speaks DeepL's language. */
  private void translation(Demo.Company company, String simulatorUrl, SecretBox box)
      throws SQLException {
    rows.execute(
        "insert into translation_settings (organization_id, engine, api_url, api_key_sealed)"
            + " values (?, 'DEEPL', ?, ?)",
        simulatorUrl + TRANSLATOR,
        box.seal(UUID.fromString(company.id()), "simulated"));
  }

  /** Approved, as far as the simulator is concerned. */
  private void template(UUID channel) throws SQLException {
    rows.execute(
        "insert into message_template (organization_id, id, channel_id, name, language, body,"
            + " parameters, status) values (?, ?, ?, ?, ?, ?, ?, 'APPROVED')",
        rows.nextId(),
        channel,
        "water_is_running_out",
        "en",
        "Hello, {{1}}! Shall we bring your usual bottles this week?",
        1);
  }

  private void apiKey(String key) throws SQLException {
    rows.execute(
        "insert into api_token (organization_id, user_id, token_hash, name) select"
            + " u.organization_id, u.id, n.hash, 'Demo' from (select ?::uuid as o, ?::bytea as"
            + " hash) n join users u on u.organization_id = n.o where u.role = 'ORG_ADMIN' order by"
            + " u.id limit 1",
        sha256(key));
  }

  private void agent() throws SQLException {
    rows.execute(
        "insert into ai_agent (organization_id, id, type, name, prompt) values (?, ?, ?, ?, ?)",
        rows.nextId(),
        "COMMUNICATION",
        plan.name(),
        plan.agentPrompt());
    rows.execute(
        "insert into ai_agent (organization_id, id, type, name, prompt) values (?, ?, ?, ?, ?)",
        rows.nextId(),
        "QUALIFICATION",
        plan.name(),
        plan.wishes());
  }

  private void rules() throws SQLException {
    int position = 1;
    for (var rule : plan.rules()) {
      rows.execute(
          "insert into reply_rule (organization_id, id, kind, position, keywords, template,"
              + " hand_over) values (?, ?, ?, ?, ?, ?, ?)",
          rows.nextId(),
          rule.kind(),
          position++,
          rows.texts(rule.keywords()),
          rule.template(),
          rule.handOver());
    }
    for (int weekday = 1; weekday <= 7; weekday++) {
      rows.execute(
          "insert into working_hours (organization_id, weekday, opens_at, closes_at) values (?, ?,"
              + " ?, ?)",
          weekday,
          LocalTime.MIN,
          WorkingHours.Hours.END_OF_DAY);
    }
  }

  private void funnel() throws SQLException {
    var pipeline = rows.nextId();
    rows.execute(
        "insert into pipeline (organization_id, id, name, position) values (?, ?, ?, 1)",
        pipeline,
        plan.pipeline());
    int position = 1;
    for (var stage : plan.stages()) {
      rows.execute(
          "insert into stage (organization_id, id, pipeline_id, name, position, kind, probability,"
              + " rotten_days) values (?, ?, ?, ?, ?, ?, ?, ?)",
          rows.nextId(),
          pipeline,
          stage.name(),
          position++,
          stage.kind(),
          stage.probability(),
          stage.rottenDays());
    }
    for (var reason : plan.lostReasons()) {
      rows.execute(
          "insert into lost_reason (organization_id, id, name) values (?, ?, ?)",
          rows.nextId(),
          reason);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
