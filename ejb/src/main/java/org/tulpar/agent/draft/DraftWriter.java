package org.tulpar.agent.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tulpar.agent.AgentDecision.Reply;
import org.tulpar.agent.Bulkhead;
import org.tulpar.agent.LanguageModelUnavailable;
import org.tulpar.agent.Playbooks;
import org.tulpar.agent.Responder;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/**
 * Writes the next reply of a conversation for a person, one at a time: reads, asks the model once
 * with no transaction open, and keeps what it said.
 */
@ApplicationScoped
public class DraftWriter {

  /** Of one person in an hour. */
  static final int MOST_IN_AN_HOUR = 60;

  /** Each holds a thread that answers a browser: a model that hangs leaves the others to people. */
  private static final int OF_ONE = 4;

  private static final int OF_ALL = 16;

  private static final System.Logger LOG = System.getLogger(DraftWriter.class.getName());

  @Inject private DraftStep step;
  @Inject private Playbooks playbooks;
  @Inject private Responder responder;

  private final Bulkhead bulkhead = new Bulkhead(OF_ONE, OF_ALL);
  private final Map<Desk, Object> underWay = new ConcurrentHashMap<>();

  private record Desk(OrganizationId organization, long conversation, long user) {}

  /**
   * Blocks for as long as the model thinks.
   *
   * @param language the person's (ISO 639-1)
   * @param wish what she has typed already, or blank
   * @throws DraftRefused when nothing was written, and why
   * @throws org.tulpar.conversation.ConversationUnknown when the organization has no such
   *     conversation
   */
  public ReplyDraft write(long conversation, long userId, String language, String wish)
      throws SQLException {
    var desk = new Desk(TenantScope.required(), conversation, userId);
    var mine = new Object();
    if (underWay.putIfAbsent(desk, mine) != null) {
      throw new DraftRefused("under_way");
    }
    var organization = desk.organization();
    if (!bulkhead.enter(organization)) {
      underWay.remove(desk, mine);
      throw new DraftRefused("crowded");
    }
    try {
      var brief = step.read(conversation, userId, language, MOST_IN_AN_HOUR);
      var reply = ask(brief, wish);
      var stopped = !underWay.remove(desk, mine);
      var draft = step.keep(conversation, userId, brief, reply, stopped);
      if (stopped) {
        throw new DraftRefused("stopped");
      }
      return draft;
    } finally {
      bulkhead.leave(organization);
      underWay.remove(desk, mine);
    }
  }

  /** She does not wait any more: what comes is not shown, and another may be asked for. */
  public void stop(long conversation, long userId) {
    underWay.remove(new Desk(TenantScope.required(), conversation, userId));
  }

  private Reply ask(Brief brief, String wish) throws SQLException {
    var writer = Brief.writer(playbooks.of(TenantScope.required()));
    try {
      return responder.written(writer, brief.question(), brief.task(wish));
    } catch (LanguageModelUnavailable e) {
      LOG.log(Level.WARNING, "the language model has written no proposal", e);
      throw new DraftRefused("unavailable");
    }
  }
}
