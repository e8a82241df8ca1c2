package io.camber.app.eval;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.blame.BlamedReport;
import io.camber.app.recorded.LoggedDrive;
import io.camber.app.simulation.RecordedRun;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.SimulationResult;
import io.camber.app.table.MetricTable;
import io.camber.app.table.PlainParquet;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.JuryConfig;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.report.HtmlReport;
import io.camber.evaluation.report.JudgedRun;
import io.camber.evaluation.report.JunitXml;
import io.camber.evaluation.report.ResultJson;
import io.camber.evaluation.report.RunFacts;
import io.camber.mcap.tool.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run judged again from its log. What a log cannot tell (wall time, versions, hash, options) is taken from the run's {@code
 * result.json}; so an unchanged jury gives the same bytes again.
 */
public final class Recount {
  private static final String INTERRUPTED = "interrupted at";

  private final Path folder;
  private final JsonObject before;
  private final LoggedDrive.Seen seen;
  private final RunFacts facts;
  private final Judgement judgement;

  private Recount(Path folder, JsonObject before, LoggedDrive.Seen seen) {
    this.folder = folder;
    this.before = before;
    this.seen = seen;
    this.facts = facts(before);
    this.judgement = judgement(seen);
  }

  /**
   * Judges a run folder.
   *
   * @param withPictures whether {@link #update} is to make the report too
   */
  public static Recount of(Path folder, boolean withPictures) {
    Path result = folder.resolve(RunFolder.RESULT);
    Path drive = folder.resolve(RunFolder.DRIVE);
    if (!Files.exists(result)) {
      throw new InputException(folder + ": is no run folder, it has no " + RunFolder.RESULT);
    }
    if (!Files.exists(drive)) {
      throw new InputException(drive + ": no such drive; was the run made with --no-record?");
    }
    try {
      JsonObject before = JsonParser.parseString(Files.readString(result)).getAsJsonObject();
      JuryConfig config = JuryConfig.DEFAULT.withComputeNs(RecordedRun.declaredNs(before));
      return new Recount(folder, before, LoggedDrive.judge(drive, withPictures, config));
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputException(result + ": is not a result of camber run: " + e.getMessage(), e);
    }
  }

  public Judgement judgement() {
    return judgement;
  }

  public RunFacts facts() {
    return facts;
  }

  /** Names of the files that would come out otherwise than they are; empty when nothing has changed. */
  public List<String> changed() {
    try {
      SortedMap<String, byte[]> files = files();
      return files.keySet().stream()
          .filter(name -> !Arrays.equals(files.get(name), read(folder.resolve(name))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the files of the run anew, all of them or none. */
  public void update() {
    List<WholeFile> wholes = new ArrayList<>();
    try {
      SortedMap<String, byte[]> files = files();
      HtmlReport report = new HtmlReport(
          facts,
          judgement,
          seen.map(),
          seen.album(),
          seen.jury().latency(),
          seen.jury().detectionCurves());
      String page = BlamedReport.with(folder, report.toHtml());
      files.put(RunFolder.REPORT, page.getBytes(StandardCharsets.UTF_8));
      try {
        for (var file : files.entrySet()) {
          WholeFile whole = WholeFile.of(folder.resolve(file.getKey()));
          wholes.add(whole);
          Files.write(whole.place(), file.getValue());
        }
        for (WholeFile whole : wholes) {
          whole.finish();
        }
      } finally {
        for (WholeFile whole : wholes) {
          whole.close();
        }
      }
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private SortedMap<String, byte[]> files() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(RunFolder.RESULT, resultJson().getBytes(StandardCharsets.UTF_8));
    files.put(RunFolder.METRICS, PlainParquet.bytes(MetricTable.of(judgement)));
    String junit = JunitXml.of("camber", List.of(new JudgedRun(facts, judgement)));
    files.put(RunFolder.JUNIT, junit.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static byte[] read(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String resultJson() {
    JsonObject result = JsonParser.parseString(ResultJson.of(facts, judgement)).getAsJsonObject();
    for (String kept : List.of(SimulationResult.STARTED_AT, "options", "failures", "pacing")) {
      Optional.ofNullable(before.get(kept)).ifPresent(value -> result.add(kept, value));
    }
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(result)
        + "\n";
  }

  private Judgement judgement(LoggedDrive.Seen drive) {
    String reason = before.get("reason").getAsString();
    if (before.get("outcome").getAsString().equals(Outcome.ERROR.name())) {
      return Judgement.error(reason);
    }
    Judgement found = drive.jury().finish(Math.round(facts.simulatedS() * 1e9));
    boolean cutShort = reason.startsWith(INTERRUPTED) && found.outcome() != Outcome.FAIL;
    return cutShort
        ? new Judgement(Outcome.INVALID, reason, found.metrics(), found.events(), found.series())
        : found;
  }

  private static RunFacts facts(JsonObject json) {
    SortedMap<String, String> versions = new TreeMap<>();
    for (var entry : json.getAsJsonObject("versions").entrySet()) {
      versions.put(entry.getKey(), entry.getValue().getAsString());
    }
    JsonElement wall = json.get("wallS");
    return new RunFacts(
        json.get("scenario").getAsString(),
        json.get("seed").getAsLong(),
        json.get("simulatedS").getAsDouble(),
        wall.getAsDouble(),
        json.get("hash").getAsString(),
        versions,
        json.get("command").getAsString(),
        json.get("perception").getAsString().equals("truth"));
  }
}
