package org.tulpar.media;

import java.util.UUID;

/**
 * A file that is stored.
 *
 * @param name as its sender calls it, or null
 * @param bytes its size
 */
public record MediaFile(UUID id, FileType type, String name, long bytes) {}
