package org.tulpar.tests.database;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.tulpar.dialogue.translation.TranslationDesk;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.translation.Engine;
import org.tulpar.translation.EngineAccess;
import org.tulpar.translation.EngineChoice;
import org.tulpar.translation.TranslationSettings;
import org.tulpar.translation.Translator;

/** An organization whose messages are translated by an engine that answers as told. */
final class TranslationRig implements AutoCloseable {

  private static final AtomicLong USERS = new AtomicLong(50_000);

  /** Answers in order; when nothing is left, the text in brackets. */
  static final class Scripted implements Translator {

    final Deque<Translated> answers = new ArrayDeque<>();
    final List<Wanted> asked = new ArrayList<>();
    EngineAccess access;
    Runnable meanwhile = () -> {};

    @Override
    public Engine engine() {
      return Engine.DEEPL;
    }

    @Override
    public Translated translate(EngineAccess given, Wanted wanted) {
      access = given;
      asked.add(wanted);
      meanwhile.run();
      return answers.isEmpty()
          ? new Translated.Done("[" + wanted.target() + "] " + wanted.text(), "ar")
          : answers.remove();
    }
  }

  final Pipeline pipeline;
  final Resolver resolver;
  final Rig rig;
  final Scripted engine = new Scripted();
  final OrganizationId organization;

  TranslationRig() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    organization = new OrganizationId(pipeline.organization);
    resolver = new Resolver(pipeline);
    pipeline.prepare(
        "update translation_job set due_at = 'infinity' where organization_id <> ?",
        pipeline.organization);
    rig =
        new Rig()
            .setting("tulpar.secret.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
            .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 2)))
            .with(Translator.class, engine);
  }

  /** Someone who reads in this language. */
  TranslationRig reader(String locale) throws SQLException {
    var id = USERS.incrementAndGet();
    pipeline.prepare(
        "insert into users (organization_id, id, login, password_hash, name, role, locale) values (?, ?, ?, '', 'Айгуль', 'MANAGER', ?)",
        pipeline.organization,
        id,
        "reader" + id,
        locale);
    return this;
  }

  TranslationRig translating(long budget) {
    var wanted =
        new TranslationSettings(
            Engine.DEEPL, null, false, TranslationSettings.LANGUAGES, budget, 0);
    TenantScope.within(organization, () -> rig.get(EngineChoice.class).change(wanted, "KEY"));
    return this;
  }

  void arrive(String id, String text) throws Exception {
    resolver.arrive(Wire.text(id, text, 1));
  }

  void work() throws SQLException {
    var desk = rig.get(TranslationDesk.class);
    for (var job : desk.claim(100, 100)) {
      desk.work(job);
    }
  }

  void due() throws SQLException {
    pipeline.prepare(
        "update translation_job set due_at = now() where organization_id = ?",
        pipeline.organization);
  }

  /** Every translation, as target, state and text. */
  String translations() throws SQLException {
    return pipeline.look(
        "select string_agg(language || ' ' || coalesce(failure_code, source_language || ' ' || text), '; ' order by language) from message_translation where organization_id = ?");
  }

  int count(String table) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from %s where organization_id = ?".formatted(table)));
  }

  String language() throws SQLException {
    return pipeline.look("select language from client where organization_id = ?");
  }

  @Override
  public void close() {
    rig.close();
  }
}
