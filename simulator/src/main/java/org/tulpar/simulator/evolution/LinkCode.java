package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.tulpar.simulator.http.Json;

/**
 * A code to be scanned with a phone: text and picture say the same.
 *
 * @param count which one since the instance began to ask
 */
record LinkCode(String text, String picture, int count) {

  private static final int SIZE = 300;
  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  static LinkCode fresh(int count) {
    var text = "2@" + Ids.token() + "," + Ids.token();
    return new LinkCode(text, "data:image/png;base64," + picture(text), count);
  }

  /** As {@code /instance/connect} answers. */
  ObjectNode json() {
    return Json.object()
        .putNull("pairingCode")
        .put("code", text)
        .put("base64", picture)
        .put("count", count);
  }

  /** The data of {@code qrcode.updated}. */
  ObjectNode event(Instance instance) {
    var data = Json.object();
    data.putObject("qrcode")
        .put("instance", instance.name())
        .putNull("pairingCode")
        .put("code", text)
        .put("base64", picture);
    return data;
  }

  private static String picture(String text) {
    try {
      var hints = Map.of(EncodeHintType.MARGIN, 2);
      var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, SIZE, SIZE, hints);
      var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY);
      for (int x = 0; x < SIZE; x++) {
        for (int y = 0; y < SIZE; y++) {
          image.setRGB(x, y, matrix.get(x, y) ? BLACK : WHITE);
        }
      }
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }
}
