package org.tulpar.bench.compare;

import java.util.Locale;
import org.tulpar.bench.load.Distribution;

/** Latency curves as an SVG of its own: rank across, milliseconds upwards, both logarithmic. */
final class Curves {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int LEFT = 60;
  private static final int BOTTOM = 320;
  private static final double TOP = 30;
  private static final double LOWEST = 0.1;
  private static final double DECADES = 5;
  private static final double[] MARKS = {0, 50, 90, 99, 99.9};

  private final StringBuilder svg = new StringBuilder();
  private int legend;

  Curves(String title) {
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="#fff"/><text x="%d" y="18" font-size="14">%s</text>
        """
            .formatted(WIDTH, HEIGHT, LEFT, title));
    for (var mark : MARKS) {
      line(x(mark), TOP, x(mark), BOTTOM);
      text(x(mark), BOTTOM + 16, "middle", mark == 0 ? "0 %" : mark + " %");
    }
    for (double value = LOWEST; value <= LOWEST * Math.pow(10, DECADES); value *= 10) {
      line(LEFT, y(value), WIDTH - 20, y(value));
      text(LEFT - 6, y(value) + 4, "end", "%s ms".formatted(value < 1 ? value : (long) value));
    }
  }

  Curves add(String name, String colour, String dash, Distribution latencies) {
    var points = new StringBuilder();
    for (int i = 0; i < Distribution.RANKS.length - 1; i++) {
      points.append(
          String.format(
              Locale.ROOT, "%.1f,%.1f ", x(Distribution.RANKS[i]), y(latencies.curve()[i])));
    }
    svg.append(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" points=\"%s\"/>%n"
            .formatted(colour, dash, points));
    var at = TOP + 14 + 18 * legend++;
    svg.append(
        "<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>%n"
            .formatted(LEFT + 12, at - 4, LEFT + 40, at - 4, colour, dash));
    text(LEFT + 46, at, "start", name);
    return this;
  }

  String svg() {
    return svg + "</svg>\n";
  }

  /** Nines at equal distances. */
  private static double x(double rank) {
    var nines = -Math.log10(1 - Math.min(rank, 99.95) / 100);
    return LEFT + nines / 3.3 * (WIDTH - LEFT - 20);
  }

  private static double y(double millis) {
    var share = Math.log10(Math.max(LOWEST, millis) / LOWEST) / DECADES;
    return BOTTOM - Math.min(1, share) * (BOTTOM - TOP);
  }

  private void line(double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
            x1,
            y1,
            x2,
            y2));
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            words));
  }
}
