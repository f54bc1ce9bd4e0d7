package org.tulpar.web.client;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.web.transfer.ImportPage;
import org.tulpar.web.transfer.ImportTarget;

/** A file whose columns may be the organization's own fields, too. */
public abstract class OwnFieldsImport extends ImportPage {

  @Inject private FieldSettings fields;

  /** The usual columns in the reader's words, and the own fields behind them. */
  protected List<ImportTarget> targets(String key, List<String> usual, Bearer bearer) {
    return Stream.concat(
            targets(key, usual).stream(),
            fields.active(bearer).stream()
                .map(field -> new ImportTarget("field:" + field.id(), field.name())))
        .toList();
  }
}
