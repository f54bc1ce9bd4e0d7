package org.tulpar.client;

import java.time.Instant;
import java.util.List;
import org.tulpar.channel.ChannelType;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.FieldValue;

/**
 * A client's card with everything that may be edited on it.
 *
 * @param phone international digits without plus, or null
 * @param mergedInto the card this one was merged into, or null
 * @param version grows with every change; a save names the one it was made from
 */
public record ClientProfile(
    long id,
    String name,
    String phone,
    String email,
    String language,
    String about,
    Long companyId,
    String company,
    Instant since,
    Long mergedInto,
    int version,
    List<ClientCard.Identity> identities,
    List<Tag> tags,
    List<Field> fields,
    List<Deal> deals) {

  /**
   * @param value or null when nothing was said
   */
  public record Field(CustomField definition, FieldValue value) {}

  /**
   * @param kind OPEN, WON or LOST
   * @param amount in currency, or null
   */
  public record Deal(
      long id,
      long pipelineId,
      String title,
      String stage,
      String kind,
      java.math.BigDecimal amount,
      String currency) {}

  /** Something to draw beside the name, or null when no messenger knows her. */
  public ChannelType channel() {
    return identities.isEmpty() ? null : identities.getFirst().channelType();
  }
}
