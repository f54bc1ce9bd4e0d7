package org.tulpar.tests.server;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;

/** The app on a person's telephone. */
public final class Authenticator {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final SecretKeySpec key;

  /**
   * @param secret as it was typed in: base32, with or without spaces
   */
  public Authenticator(String secret) {
    this.key = new SecretKeySpec(decoded(secret.replace(" ", "")), "HmacSHA1");
  }

  /**
   * What stands behind a picture that was scanned. A telephone looks again until it has found the
   * three corners; one still picture in a hundred has a fourth of them in its data, so here it is
   * taken as what it is: upright, and of whole pixels.
   */
  public static Authenticator scanning(byte[] png) {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(png));
      var width = image.getWidth();
      var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
      var drawn = new RGBLuminanceSource(width, image.getHeight(), pixels);
      var upright = Map.of(DecodeHintType.PURE_BARCODE, true);
      var bitmap = new BinaryBitmap(new HybridBinarizer(drawn));
      var address = new QRCodeReader().decode(bitmap, upright).getText();
      var secret = Pattern.compile("otpauth://totp/Tulpar:[^?]+[?]secret=([A-Z2-7]{32})&.*");
      var read = secret.matcher(address);
      if (!read.matches()) {
        throw new IllegalStateException("no app opens " + address);
      }
      return new Authenticator(read.group(1));
    } catch (IOException | ReaderException e) {
      throw new IllegalStateException("nothing is to be scanned", e);
    }
  }

  private static byte[] decoded(String secret) {
    var all = new BigInteger("1", 32);
    for (char letter : secret.toCharArray()) {
      all = all.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
    }
    var bytes = all.toByteArray();
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  /** What it shows at this moment. */
  public String code(Instant at) {
    try {
      return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
