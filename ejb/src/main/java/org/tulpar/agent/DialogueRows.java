package org.tulpar.agent;

import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** What was said in the conversations of the organization in scope, as a model is told it. */
@Repository
public class DialogueRows {

  /** A message as it is stored. */
  public record Said(long id, String author, String kind, String body) {}

  @Inject private TenantSql sql;

  /** The last lines, oldest first; as {@code turn_lines} reads them for the bot. */
  public List<Said> lines(long conversation) {
    return sql.rows(
        """
        select m.id, m.author, m.kind, m.body from (
          select x.id, x.author, x.kind, x.body, x.occurred_at from message x
          where x.conversation_id = ? and x.deleted_at is null and x.kind not in ('REACTION', 'EDIT', 'DELETION')
          order by x.occurred_at desc, x.id desc limit ?) m
        order by m.occurred_at, m.id
        """,
        r ->
            new Said(
                r.getLong("id"), r.getString("author"), r.getString("kind"), r.getString("body")),
        conversation,
        Line.MOST);
  }
}
