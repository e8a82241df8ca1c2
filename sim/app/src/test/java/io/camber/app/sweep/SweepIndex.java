package io.camber.app.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The published distributions, and the concrete runs of them that a peer has recorded. */
final class SweepIndex {
  /** A distribution file and how many combinations a peer made of it. */
  record Distribution(
      Path file, String suite, long permutations, boolean stochastic, List<Recorded> runs) {}

  /** One of these combinations and where its trajectories are. */
  record Recorded(long index, Map<String, String> parameters, double untilS, Path reference) {}

  private SweepIndex() {}

  static Path folder() {
    Optional<Path> root = Optional.ofNullable(System.getenv("CAMBER_TEST_DATA")).map(Path::of);
    Assumptions.assumeTrue(root.isPresent(), "set CAMBER_TEST_DATA to run");
    return root.orElseThrow().resolve("scenarios");
  }

  static List<Distribution> read() throws IOException {
    JsonArray sweeps = JsonParser.parseString(Files.readString(folder().resolve("index.json")))
        .getAsJsonObject()
        .getAsJsonArray("sweeps");
    List<Distribution> distributions = new ArrayList<>();
    sweeps.forEach(sweep -> distributions.add(distribution(sweep.getAsJsonObject())));
    return distributions;
  }

  private static Distribution distribution(JsonObject json) {
    List<Recorded> runs = new ArrayList<>();
    json.getAsJsonArray("runs").forEach(run -> runs.add(recorded(run.getAsJsonObject())));
    return new Distribution(
        folder().resolve(json.get("path").getAsString()),
        json.get("suite").getAsString(),
        json.get("permutations").getAsLong(),
        json.get("stochastic").getAsBoolean(),
        runs);
  }

  private static Recorded recorded(JsonObject json) {
    Map<String, String> parameters = new LinkedHashMap<>();
    json.getAsJsonObject("params")
        .entrySet()
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().getAsString()));
    return new Recorded(
        json.get("perm").getAsLong(),
        parameters,
        json.get("sim_s").getAsDouble(),
        folder().resolve(json.get("reference").getAsString()));
  }
}
