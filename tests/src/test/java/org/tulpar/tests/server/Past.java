package org.tulpar.tests.server;

/** What was done with the first client of newcomers, by one of them, so many hours ago. */
public final class Past {

  private final Newcomers newcomers;

  Past(Newcomers newcomers) {
    this.newcomers = newcomers;
  }

  /**
   * Somebody did this to her or, where it is no event of a client or an order, in her conversation.
   *
   * @param facts as the audit keeps them
   */
  public Past happened(String event, String facts, int hoursAgo) {
    newcomers.write(
        """
        insert into audit_event (organization_id, type, user_id, client_id, conversation_id, data, at)
        select organization_id, ?, min(id), case when hers then 1 end, case when not hers then 1 end, ?::jsonb,
          now() - make_interval(hours => ?)
        from users cross join (select ? ~ '^(client|order)[.]' as hers) x group by organization_id, hers""",
        event,
        facts,
        hoursAgo,
        event);
    return this;
  }

  /** Her deal came to this stage. */
  public Past moved(long stage, int hoursAgo) {
    newcomers.write(
        """
        insert into deal_stage_change (organization_id, deal_id, to_stage_id, user_id, at)
        select organization_id, 1, ?, min(id), now() - make_interval(hours => ?) from users group by organization_id""",
        stage,
        hoursAgo);
    return this;
  }

  public Past notedInTheConversation(String text, int hoursAgo) {
    newcomers.write(
        """
        insert into conversation_note (organization_id, id, conversation_id, user_id, body, created_at)
        select organization_id, nextval('entity_id'), 1, min(id), ?, now() - make_interval(hours => ?)
        from users group by organization_id""",
        text,
        hoursAgo);
    return this;
  }

  /**
   * As many notes about her, called by their numbers: each is an hour older than the one before.
   */
  public Past noted(int notes, int hoursAgo) {
    newcomers.write(
        """
        insert into client_note (organization_id, id, client_id, user_id, body, created_at)
        select organization_id, nextval('entity_id'), 1, min(id), 'Заметка ' || i, now() - make_interval(hours => ? + i)
        from users cross join generate_series(1, ?) i group by organization_id, i""",
        hoursAgo,
        notes);
    return this;
  }
}
