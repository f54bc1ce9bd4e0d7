package org.tulpar.tests.database;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelType;
import org.tulpar.media.MediaSource;
import org.tulpar.media.MediaStore;
import org.tulpar.tenant.OrganizationId;

/** What stands around the work on files: a provider that answers as told, a shelf in memory. */
final class MediaRig {

  private MediaRig() {}

  static final class Provider implements MediaSource {

    final Deque<Fetched> answers = new ArrayDeque<>();
    Wanted wanted;
    Runnable meanwhile = () -> {};
    final ChannelType type;

    Provider() {
      this(ChannelType.EVOLUTION);
    }

    Provider(ChannelType type) {
      this.type = type;
    }

    @Override
    public ChannelType type() {
      return type;
    }

    @Override
    public Fetched fetch(ChannelAccess channel, Wanted file) {
      wanted = file;
      meanwhile.run();
      return answers.remove();
    }
  }

  static final class Shelf implements MediaStore {

    final Map<String, byte[]> files = new HashMap<>();

    @Override
    public void keep(OrganizationId organization, UUID file, byte[] bytes) {
      files.put(organization + "/" + file, bytes);
    }

    @Override
    public InputStream open(OrganizationId organization, UUID file, long from) {
      var bytes = files.get(organization + "/" + file);
      return new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) from, bytes.length));
    }

    @Override
    public void drop(OrganizationId organization, UUID file) {
      files.remove(organization + "/" + file);
    }
  }

  static final class OneChannel extends ChannelDirectory {

    private final ChannelType type;

    OneChannel() {
      this(ChannelType.EVOLUTION);
    }

    OneChannel(ChannelType type) {
      this.type = type;
    }

    @Override
    public Optional<ChannelAccess> access(OrganizationId organization, UUID channel) {
      var url = URI.create("http://127.0.0.1");
      return Optional.of(new ChannelAccess(organization, channel, type, "wa-1", url, "KEY"));
    }
  }
}
