package org.tulpar.client.merge;

import org.tulpar.kernel.Refused;

/** The cards were parted already, or a later merge builds on this one and must be undone first. */
public class UndoImpossible extends Refused {

  private static final long serialVersionUID = 1L;

  UndoImpossible(long mergeId) {
    super("merge " + mergeId);
  }

  @Override
  public String code() {
    return "refused.undo_impossible";
  }
}
