package org.tulpar.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/** Keeps bytes under the id of their file, each organization's apart from the others'. */
public interface MediaStore {

  /** When it returns, the whole file is on the disk; the same file may be kept again. */
  void keep(OrganizationId organization, UUID file, byte[] bytes) throws IOException;

  /**
   * The bytes from a position to the end.
   *
   * @param from in bytes, not beyond the end
   * @throws java.nio.file.NoSuchFileException when there is no such file
   */
  InputStream open(OrganizationId organization, UUID file, long from) throws IOException;

  /** Does nothing when there is no such file. */
  void drop(OrganizationId organization, UUID file) throws IOException;
}
