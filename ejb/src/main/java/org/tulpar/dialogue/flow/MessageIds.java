package org.tulpar.dialogue.flow;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;

/**
 * Ids for the rows of a batch, messages with the clients and conversations they bring, taken inside
 * its transaction: within a lane a later batch has higher ids, on whichever node it runs.
 */
@Repository
public class MessageIds {

  /** The increment of the sequence {@code message_id}. */
  private static final int BLOCK = 1024;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /** Where ids come from, one after the other. */
  public interface Source {
    long take() throws SQLException;
  }

  public Block block() {
    return new Block();
  }

  private long reserve() throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement("select nextval('message_id')");
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Hands out ids one after the other and reserves more when they run out. */
  public final class Block implements Source {

    private long next;
    private long end;

    private Block() {}

    @Override
    public long take() throws SQLException {
      if (next == end) {
        next = reserve();
        end = next + BLOCK;
      }
      return next++;
    }

    /** Two ids that follow each other. */
    public long takePair() throws SQLException {
      if (end - next < 2) {
        next = end;
      }
      var first = take();
      take();
      return first;
    }
  }
}
