package org.tulpar.web.identity;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A text as a picture to be scanned, black on white in every theme. */
final class QrPicture {

  private static final int QUIET = 4;

  /** Whole pixels to a module, else the squares are of two sizes and harder to read. */
  private static final int MODULE_PX = 4;

  private QrPicture() {}

  /** The address of an image that holds itself. */
  static String of(String text) {
    try {
      var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      var svg = svg(matrix).getBytes(StandardCharsets.UTF_8);
      return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    } catch (WriterException e) {
      throw new IllegalStateException("a text of ours is not too long", e);
    }
  }

  private static String svg(ByteMatrix matrix) {
    var path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y) == 1) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    var side = matrix.getWidth() + 2 * QUIET;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%3$d" height="%3$d" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>"""
        .formatted(side, path, side * MODULE_PX);
  }
}
