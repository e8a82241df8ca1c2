package io.camber.app.blame;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Simulation;
import io.camber.diagnostics.InputException;
import io.camber.jury.attribution.Component;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A library of single faults over bundled scenarios with the truth for perception: how often the component with the fault gets most of
 * the blame. {@code -Dcamber.blame=highway} keeps to scenarios whose names contain that. Faults that do no harm are left out.
 */
@Tag("campaign")
final class BlameCampaignTest {
  private static final List<String> SCENARIOS = List.of(
      "stop-and-go", "highway-cut-in", "pedestrian-crossing", "country-road", "unprotected-turn");

  private static final Map<Spoiled.Fault, Component> FAULTS = new EnumMap<>(Map.of(
      Spoiled.Fault.PLAN_TOO_FAST, Component.PLANNING,
      Spoiled.Fault.NO_BRAKES, Component.CONTROL,
      Spoiled.Fault.POSE_DRIFTS_LEFT, Component.LOCALIZATION));

  @Test
  void mostBlameFallsOnTheComponentWithTheFault() {
    String only = System.getProperty("camber.blame", "");
    int harmful = 0;
    int right = 0;
    List<String> lines = new ArrayList<>();
    for (String scenario : SCENARIOS) {
      if (scenario.contains(only)) {
        for (Map.Entry<Spoiled.Fault, Component> one : FAULTS.entrySet()) {
          long start = System.nanoTime();
          Optional<Blame.Finding> found = blame(scenario, one.getKey(), one.getValue());
          double seconds = (System.nanoTime() - start) * 1e-9;
          harmful += found.isPresent() ? 1 : 0;
          boolean hit = found.isPresent() && isMost(found.get(), one.getValue());
          right += hit ? 1 : 0;
          lines.add(String.format(
              Locale.ROOT,
              "%s %s %s %.1f s: %s",
              scenario,
              one.getKey(),
              found.isEmpty() ? "harmless" : hit ? "right" : "WRONG",
              seconds,
              found.map(BlameReport::text).orElse("")));
        }
      }
    }
    lines.forEach(System.out::println);
    System.out.println(right + " of " + harmful + " harmful faults blamed rightly");

    assertThat(harmful).isPositive();
    assertThat((double) right / harmful).as(lines.toString()).isGreaterThanOrEqualTo(0.8);
  }

  private static boolean isMost(Blame.Finding found, Component faulty) {
    double own = found.attribution().shares().getOrDefault(faulty, 0.0);
    return own > 0.0
        && found.attribution().shares().values().stream().allMatch(share -> share <= own);
  }

  private static Optional<Blame.Finding> blame(
      String scenario, Spoiled.Fault fault, Component component) {
    String node = component == Component.PLANNING
        ? NodeNames.PLANNING
        : component == Component.CONTROL ? NodeNames.CONTROL : NodeNames.LOCALIZATION;
    try {
      return Optional.of(new Blame(() -> Simulation.of(
                  Path.of("..", "..", "scenarios", scenario + ".xosc"))
              .truthPerception()
              .until(18.0)
              .substitute(
                  node,
                  (actual, shipped) -> context -> new Spoiled(shipped, fault, 3_000_000_000L)))
          .of(1, Optional.empty()));
    } catch (InputException e) {
      return Optional.empty();
    }
  }
}
