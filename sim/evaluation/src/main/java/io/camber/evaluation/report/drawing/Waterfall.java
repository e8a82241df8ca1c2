package io.camber.evaluation.report.drawing;

import java.util.List;
import java.util.Locale;

/** Durations one after the other as bars, each starting where the one before ends. */
public final class Waterfall {
  private static final double WIDTH = 640.0;
  private static final double LABEL = 190.0;
  private static final double ROW = 20.0;
  private static final double TOP = 22.0;

  /** Less is 0.0 ms. */
  private static final double SHOWN_S = 5e-5;

  private Waterfall() {}

  /**
   * One leg.
   *
   * @param computeS of it, in which a node computed, at its end; NaN when that is not known
   */
  public record Leg(String name, double seconds, double computeS) {
    /** A leg of which no more is known. */
    public Leg(String name, double seconds) {
      this(name, seconds, Double.NaN);
    }
  }

  /** The drawing: a leg is pale while the message waits and full while a node computes; legs shorter than a microsecond are left out. */
  public static String toSvg(String title, List<Leg> legs) {
    List<Leg> shown = legs.stream().filter(leg -> leg.seconds() > 1e-6).toList();
    double total = shown.stream().mapToDouble(Leg::seconds).sum();
    double height = TOP + ROW * (shown.size() + 1) + 6.0;
    Axis axis = new Axis(new ValueRange(0.0, Math.max(total, 1e-6)), LABEL, WIDTH - 120.0);
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"plot\" viewBox=\"0 0 ")
        .append(Markup.at(WIDTH))
        .append(' ')
        .append(Markup.at(height))
        .append("\" role=\"img\" aria-label=\"")
        .append(Markup.escape(title))
        .append("\"><text class=\"title\" x=\"4\" y=\"13\">")
        .append(Markup.escape(title))
        .append("</text>\n");
    double at = 0.0;
    for (int i = 0; i < shown.size(); i++) {
      Leg leg = shown.get(i);
      double top = TOP + ROW * i;
      double computeS = Double.isNaN(leg.computeS()) ? leg.seconds() : leg.computeS();
      double end = at + leg.seconds();
      label(svg, top, leg.name());
      bar(svg, top, axis.place(at), axis.place(end - computeS), "bar wait b" + i % 4);
      bar(svg, top, axis.place(end - computeS), axis.place(end), "bar b" + i % 4);
      text(svg, top, axis.place(end), told(leg));
      at = end;
    }
    double last = TOP + ROW * shown.size();
    label(svg, last, "sum");
    bar(svg, last, axis.place(0.0), axis.place(total), "bar sum");
    text(svg, last, axis.place(total), ms(total));
    return svg.append("</svg>\n").toString();
  }

  private static String told(Leg leg) {
    double waitS = leg.seconds() - leg.computeS();
    return waitS < SHOWN_S || Double.isNaN(waitS)
        ? ms(leg.seconds())
        : ms(waitS) + " + " + ms(leg.computeS());
  }

  private static String ms(double seconds) {
    return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
  }

  private static void label(StringBuilder svg, double top, String name) {
    svg.append(String.format(
        Locale.ROOT,
        "<text class=\"tick\" text-anchor=\"end\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        LABEL - 8.0,
        top + 13.0,
        Markup.escape(name)));
  }

  private static void bar(StringBuilder svg, double top, double from, double to, String style) {
    if (to - from > 1e-9) {
      svg.append(String.format(
          Locale.ROOT,
          "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>",
          style,
          from,
          top + 3.0,
          Math.max(1.0, to - from),
          ROW - 7.0));
    }
  }

  private static void text(StringBuilder svg, double top, double end, String text) {
    svg.append(String.format(
        Locale.ROOT,
        "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
        end + 6.0,
        top + 13.0,
        text));
  }
}
