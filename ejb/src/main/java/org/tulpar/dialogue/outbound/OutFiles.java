package org.tulpar.dialogue.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import java.util.function.Function;
import org.tulpar.channel.ChannelGateway.OutFile;
import org.tulpar.channel.ChannelGateway.Sign;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.channel.SendResult;
import org.tulpar.media.FileLinks;
import org.tulpar.media.MediaStore;

/** Reads the files of messages that are sent now, outside of any transaction. */
@ApplicationScoped
public class OutFiles {

  private final MediaStore store;
  private final FileLinks links;

  /** For the container's proxy. */
  protected OutFiles() {
    store = null;
    links = null;
  }

  @Inject
  OutFiles(MediaStore store, FileLinks links) {
    this.store = store;
    this.links = links;
  }

  /** Sends with the message's file in hand. */
  SendResult with(Outgoing message, Function<OutFile, SendResult> send) {
    try {
      return send.apply(file(message, beside(message)));
    } catch (NoSuchFileException e) {
      return new SendResult.Rejected("file_gone", "the file is not kept any more");
    } catch (IOException e) {
      return new SendResult.Deferred("store_failed", e.toString(), null);
    }
  }

  private OutFile file(Outgoing message, JsonObject beside) throws IOException {
    var id = UUID.fromString(beside.getString("file"));
    byte[] bytes;
    try (var in = store.open(message.organization(), id, 0)) {
      bytes = in.readAllBytes();
    }
    return new OutFile(
        MediaType.valueOf(message.kind()),
        beside.getString("mimeType"),
        beside.getString("fileName"),
        message.body(),
        beside.getBoolean("voice", false),
        bytes,
        () -> links.to(message.organization(), id));
  }

  /** What sending it takes in memory; a message without a file counts for nothing. */
  static long bytes(Outgoing message) {
    var size =
        Sendable.FILES.contains(message.kind()) ? beside(message).getJsonNumber("size") : null;
    return size == null ? 0 : size.longValue();
  }

  /** What a reaction puts where. */
  static Sign sign(Outgoing message) {
    var beside = beside(message);
    return new Sign(beside.getString("target"), beside.getBoolean("ours"), message.body());
  }

  /** What an edit or a deletion is about, as its provider calls it. */
  static String target(Outgoing message) {
    return beside(message).getString("target");
  }

  /** What an edit puts in place of the words. */
  static String words(Outgoing message) {
    return beside(message).getString("text");
  }

  private static JsonObject beside(Outgoing message) {
    try (var reader = Json.createReader(new StringReader(message.content()))) {
      return reader.readObject();
    }
  }
}
