package io.camber.app.busbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerTableTest {
  private static Series series(String name, double[] values, double[] coresNs) {
    Series series = new Series(name);
    for (int i = 0; i < values.length; i++) {
      series.add(new Series.Measured(values[i], name.equals("LCM") ? i : 0, coresNs[i]));
    }
    return series;
  }

  private static PeerReport report() {
    Cell small = new Cell(Work.COPIED, 64, List.of(new Bar(List.of("Aeron"), 1.0)));
    Cell large = new Cell(
        Work.UDP_ONE_WAY, 6 << 20, List.of(new Bar(List.of("LCM"), 1.0), Bar.none("CycloneDDS")));
    return new PeerReport(
        List.of(
            new Comparison(
                small,
                List.of(
                    series("Camber", new double[] {0.9, 0.25, 0.3}, new double[] {400, 100, 100}),
                    series("Aeron", new double[] {0.25, 0.25, 0.2}, new double[] {100, 110, 90}))),
            new Comparison(
                large,
                List.of(
                    series("Camber", new double[] {2400, 2000}, new double[] {100, 100}),
                    series("LCM", new double[] {1000, Double.NaN}, new double[] {100, 500})))),
        List.of("CycloneDDS is left out"));
  }

  @Test
  void tellsFiguresSpreadRatiosAndBars() {
    assertThat(new PeerTable(report()).lines())
        .containsExactly(
            "round trip, spinning, copied in and out; p50 in us, median (minimum to maximum)",
            "  64 B    Camber 0.300 (0.250 to 0.900)   Aeron 0.250 (0.200 to 0.250)",
            "          1.20 of Aeron (3.60* 1.00 1.50), bar at most 1.0: MISSED",
            "UDP one way, blocking; MB/s, median (minimum to maximum)",
            "  6 MiB   Camber 2,200 (2,000 to 2,400)   LCM 1,000 (1,000 to 1,000), failed in 1 of 2, lost 1",
            "          2.20 of LCM (2.40 -*), bar at least 1.0: met",
            "a cache line there and back between two cores: 90 to 500 ns; apart (*: more than 250) in 2 of 10 looks",
            "CycloneDDS is left out");
  }

  @Test
  void jsonKeepsEverySingleFigure() {
    JsonObject json = JsonParser.parseString(new PeerJson(report()).text()).getAsJsonObject();
    JsonObject lcm = json.getAsJsonArray("cells")
        .get(1)
        .getAsJsonObject()
        .getAsJsonArray("contenders")
        .get(1)
        .getAsJsonObject();

    assertThat(lcm.getAsJsonArray("values")).hasToString("[1000.0,null]");
    assertThat(lcm.getAsJsonArray("coresNs")).hasToString("[100.0,500.0]");
    assertThat(json.getAsJsonArray("cells")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("ratios")
            .get(0)
            .getAsJsonObject()
            .get("met")
            .getAsBoolean())
        .isFalse();
  }
}
