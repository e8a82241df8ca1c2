package io.camber.app.simulation;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.app.input.InputFiles;
import io.camber.bus.execution.NodeFailure;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.report.ResultJson;
import io.camber.evaluation.report.RunFacts;
import io.camber.sim.node.Pacing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param startedAt by the wall clock, to the millisecond
 * @param hash SHA-256 chain over every message
 * @param messageCount messages in the chain
 * @param failures nodes of the stack that fell silent because they threw
 * @param pacing how well the world kept to the wall clock; empty on the logical one
 * @param folder where log, result and report are, if they were kept
 */
public record SimulationResult(
    SimulationOptions options,
    Instant startedAt,
    Judgement judgement,
    String hash,
    long messageCount,
    double simulatedS,
    double wallS,
    boolean isInterrupted,
    List<NodeFailure> failures,
    Optional<Pacing> pacing,
    Optional<Path> folder) {
  /** Key of {@code result.json}: when the run was made, an instant of ISO 8601. */
  public static final String STARTED_AT = "startedAt";

  public SimulationResult {
    failures = List.copyOf(failures);
  }

  public Outcome outcome() {
    return judgement.outcome();
  }

  /** A metric's value; empty when it was not measured. */
  public OptionalDouble metric(String name) {
    return judgement.findMetric(name).map(Metric::value).orElse(OptionalDouble.empty());
  }

  public double realTimeFactor() {
    return wallS > 0.0 ? simulatedS / wallS : 0.0;
  }

  /** The scenario's name. */
  public String name() {
    return InputFiles.stem(options.scenario());
  }

  /** The content of {@code result.json}. */
  public String toJson() {
    JsonObject result =
        JsonParser.parseString(ResultJson.of(facts(), judgement)).getAsJsonObject();
    result.addProperty(STARTED_AT, startedAt.toString());
    result.add("options", RecordedRun.toJson(options));
    JsonArray silent = new JsonArray();
    for (NodeFailure failure : failures) {
      JsonObject one = new JsonObject();
      one.addProperty("node", failure.node());
      one.addProperty("timeS", failure.timeNs() / 1e9);
      one.addProperty("cause", failure.cause().toString());
      silent.add(one);
    }
    result.add("failures", silent);
    pacing.ifPresent(world -> result.add("pacing", toJson(world)));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(result)
        + "\n";
  }

  private static JsonObject toJson(Pacing world) {
    JsonObject json = new JsonObject();
    json.addProperty("steps", world.steps());
    json.addProperty("overruns", world.overruns());
    json.addProperty("medianMs", world.medianMs());
    json.addProperty("p99Ms", world.p99Ms());
    json.addProperty("maxMs", world.maxMs());
    return json;
  }

  RunFacts facts() {
    SortedMap<String, String> versions = new TreeMap<>();
    versions.put("camber", BuildInfo.version());
    versions.put("java", System.getProperty("java.version", "unknown"));
    return new RunFacts(
        name(),
        options.seed(),
        simulatedS,
        wallS,
        hash,
        versions,
        options.command(),
        options.perception() == Perception.TRUTH);
  }

  SimulationResult withFolder(Path complete) {
    return new SimulationResult(
        options,
        startedAt,
        judgement,
        hash,
        messageCount,
        simulatedS,
        wallS,
        isInterrupted,
        failures,
        pacing,
        Optional.of(complete));
  }
}
