package io.camber.app.busbench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;

/**
 * What one measurement said.
 *
 * @param value microseconds a round trip at the median, or MB/s
 * @param lost messages that were sent and did not arrive, one way
 */
record Figure(double value, long lost) {
  private static final double US_PER_NS = 1e-3;

  /** From the line of JSON in what a program wrote; {@code p50} in nanoseconds or {@code mb_s}. */
  static Figure parse(String output) throws IOException {
    String line = output
        .lines()
        .filter(said -> said.startsWith("{"))
        .findFirst()
        .orElseThrow(() -> new IOException("it said no figure"));
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      double value = json.has("p50")
          ? json.get("p50").getAsDouble() * US_PER_NS
          : json.has("mb_s") ? json.get("mb_s").getAsDouble() : Double.NaN;
      if (!(value > 0)) {
        throw new IOException("it said no figure but " + line);
      }
      return new Figure(value, json.has("lost") ? json.get("lost").getAsLong() : 0);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      throw new IOException("it said no figure but " + line, e);
    }
  }
}
