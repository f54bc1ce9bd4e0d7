package org.tulpar.media;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** The table {@code media} of the organization in scope. */
@Repository
class MediaRows {

  @Inject private TenantSql sql;

  Optional<MediaFile> stored(UUID id) {
    return sql.row(
        "select id, content_type, file_name, bytes from media where id = ? and status = 'STORED'",
        r ->
            new MediaFile(
                r.getObject("id", UUID.class),
                FileType.known(r.getString("content_type")),
                r.getString("file_name"),
                r.getLong("bytes")),
        id);
  }
}
