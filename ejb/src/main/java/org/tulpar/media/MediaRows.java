package org.tulpar.media;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
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

  /** A file that a person brings; until it is sent, it goes after a while. */
  void announce(UUID id, long user, Duration life) {
    var organization = TenantScope.required().value();
    sql.change(
        "insert into media (organization_id, id, user_id) values (?, ?, ?)",
        organization,
        id,
        user);
    sql.change(
        """
        insert into media_job (organization_id, media_id, job, due_at)
        values (?, ?, 'DROP', now() + make_interval(secs => ?))
        """,
        organization,
        id,
        life.toSeconds());
  }

  void stored(MediaFile file) {
    sql.change(
        """
        update media set status = 'STORED', content_type = ?, file_name = ?, bytes = ?, stored_at = now()
        where id = ? and status = 'PENDING'
        """,
        file.type().contentType(),
        file.name(),
        file.bytes(),
        file.id());
  }

  /** Lets an unsent file of this person go now; does nothing when there is none. */
  void dropSoon(UUID id, long user) {
    sql.change(
        """
        update media_job j set due_at = now() where j.media_id = ? and j.job = 'DROP'
          and exists (select from media f where f.organization_id = j.organization_id and f.id = j.media_id
                      and f.user_id = ? and f.message_id is null)
        """,
        id,
        user);
  }

  /**
   * Keeps an unsent file of this person for good; nothing when there is none any more. Whoever
   * drops it has claimed the same row, so that only one of the two wins.
   */
  Optional<MediaFile> keep(UUID id, long user) {
    var kept =
        sql.change(
            """
            delete from media_job j where j.media_id = ? and j.job = 'DROP' and j.claimed_until is null
              and exists (select from media f where f.organization_id = j.organization_id and f.id = j.media_id
                          and f.user_id = ? and f.message_id is null and f.status = 'STORED')
            """,
            id,
            user);
    return kept == 1 ? stored(id) : Optional.empty();
  }

  void attach(UUID id, long message) {
    sql.change("update media set message_id = ? where id = ?", message, id);
  }
}
