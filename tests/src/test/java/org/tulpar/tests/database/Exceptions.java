package org.tulpar.tests.database;

import java.util.Map;
import java.util.TreeMap;

/** The subjects that may break a rule of the catalogue, each with the reason. */
final class Exceptions {

  private static final Map<CatalogueRule, Map<String, String>> REASONS =
      Map.of(
          CatalogueRule.UNIQUE_CONTAINS_THE_ORGANIZATION,
          Map.of(
              "users_login", "typed before the organization is known",
              "channel_route_key", "stands in the webhook's URL, which names no organization"),
          CatalogueRule.GLOBAL_TABLES_ARE_LISTED,
          Map.of(
              "job", "what the installation runs",
              "job_run", "how that went",
              "backup_run", "a dump holds all organizations",
              "restore_proof", "proves a dump of all organizations",
              "isolation_proof", "proves what parts all organizations",
              "sender", "which nodes send, for all of them",
              "flyway_schema_history", "which migrations were applied"),
          CatalogueRule.OTHER_POLICIES_ONLY_TO_LISTED_ROLES,
          reasons(
              "inbound_event to tulpar_pipeline", "the ledger is worked off for all",
              "ledger_day to tulpar_pipeline", "what is settled is counted for all",
              "turn to tulpar_pipeline", "due turns are found for all",
              "outbox_message to tulpar_pipeline", "due sends are found for all",
              "media_job to tulpar_pipeline", "files are fetched for all",
              "translation_job to tulpar_pipeline", "messages are translated for all",
              "snooze to tulpar_pipeline", "due snoozes are found for all",
              "begun_conversation to tulpar_pipeline", "what was left empty is found for all",
              "follow_up_due to tulpar_pipeline", "due follow-ups are found for all",
              "fact_job to tulpar_pipeline", "conversations are read for facts for all",
              "channel_route to tulpar_pipeline", "a webhook's key tells its organization",
              "users to tulpar_identity", "a login tells its organization",
              "api_token to tulpar_identity", "a program's key tells its organization",
              "browser to tulpar_identity", "a browser is known before its organization is",
              "organization to tulpar_identity", "whether it asks for a second step",
              "second_step to tulpar_identity", "whether a person has one, not its secret",
              "remember_me to tulpar_identity", "a cookie tells its organization",
              "organization to tulpar_console", "the operator's list",
              "channel to tulpar_console", "the operator sees what is connected",
              "inbound_event to tulpar_console", "the operator sees how much waits, not what",
              "ledger_day to tulpar_console", "the operator sees how much was settled",
              "users to tulpar_console", "the operator sees how many people there are, not who",
              "conversation_day to tulpar_console", "the operator sees how much is said, not what",
              "outbox_message to tulpar_console", "the operator sees how much waits, not what"),
          CatalogueRule.NO_FUNCTION_FOR_EVERYBODY,
          reasons(
              "text_range(text,text)", "makes a range of what it is given, as the server's own do",
              "text_range(text,text,text)", "likewise",
              "text_multirange()", "comes with the type",
              "text_multirange(text_range)", "comes with the type",
              "text_multirange(text_range[])", "comes with the type"),
          CatalogueRule.ROLES_HAVE_NO_POWER,
          Map.of(
              "tulpar_backup", "reads all rows for the dump; it may write nothing",
              "tulpar_restore",
                  "fills scratch databases for the restore proof; reads no table here"),
          CatalogueRule.ROLES_ARE_NO_MEMBERS,
          Map.of("tulpar_backup", "asks where the server keeps its files, to stay out of there"));

  private Exceptions() {}

  /** Subjects and reasons in turn. */
  private static Map<String, String> reasons(String... texts) {
    var reasons = new TreeMap<String, String>();
    for (int i = 0; i < texts.length; i += 2) {
      reasons.put(texts[i], texts[i + 1]);
    }
    return reasons;
  }

  static Map<String, String> to(CatalogueRule rule) {
    return REASONS.getOrDefault(rule, Map.of());
  }
}
