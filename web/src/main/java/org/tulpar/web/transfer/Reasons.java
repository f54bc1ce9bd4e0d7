package org.tulpar.web.transfer;

import org.tulpar.transfer.ImportKind;
import org.tulpar.web.conversation.Reader;

/** Why a row of a file cannot be imported, in the words of whoever reads it. */
final class Reasons {

  private Reasons() {}

  /**
   * @param reason as the core names it
   */
  static String of(ImportKind kind, String reason, Reader reader) {
    return reader.word(key(kind) + reason);
  }

  private static String key(ImportKind kind) {
    return switch (kind) {
      case CLIENTS, COMPANIES -> "refused.client.";
      case PRODUCTS, PARTNERS, ORDERS -> "refused.catalog.";
    };
  }
}
