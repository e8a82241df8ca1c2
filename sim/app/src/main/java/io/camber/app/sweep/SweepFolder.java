package io.camber.app.sweep;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.simulation.BuildFingerprint;
import io.camber.app.simulation.Perception;
import io.camber.app.sweep.plan.RunSeeds;
import io.camber.app.sweep.plan.Shard;
import io.camber.app.sweep.run.Journal;
import io.camber.app.sweep.search.SearchMetric;
import io.camber.app.sweep.search.SearchOptions;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A sweep on disk: {@code sweep.json} says what it is, {@code journal.jsonl} what is done, the rest is written at the end.
 */
public final class SweepFolder {
  static final String CSV = "results.csv";
  static final String PARQUET = "results.parquet";
  static final String PAGE = "index.html";
  static final String SEARCH = "search.csv";

  private static final String OPTIONS = "sweep.json";
  private static final String JOURNAL = "journal.jsonl";
  private static final String RUNS = "runs";

  private final Path folder;

  private SweepFolder(Path folder) {
    this.folder = folder;
  }

  /** Starts a sweep in a folder that does not exist or is empty. */
  static SweepFolder create(
      Path folder, SweepOptions options, Optional<SearchOptions> search, String fingerprint) {
    try {
      if (Files.exists(folder) && !isEmptyFolder(folder)) {
        throw new InputException("--out " + folder + " exists already; go on with --resume "
            + folder + ", name a new folder, or remove it first");
      }
      Files.createDirectories(folder);
      SweepFolder created = new SweepFolder(folder);
      Files.writeString(created.file(OPTIONS), toJson(options, search, fingerprint));
      return created;
    } catch (IOException e) {
      throw new InputException("--out " + folder + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** The folder of a sweep that was begun. */
  public static SweepFolder existing(Path folder) {
    if (!Files.isRegularFile(folder.resolve(OPTIONS))) {
      throw new InputException("--resume " + folder + ": holds no sweep (no " + OPTIONS + ")");
    }
    return new SweepFolder(folder);
  }

  public Path path() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path journal() {
    return file(JOURNAL);
  }

  /** Where everything about one run is kept. */
  Path run(long index) {
    return folder.resolve(RUNS).resolve(String.format(Locale.ROOT, "%06d", index));
  }

  /** How the page names {@link #run}. */
  static String link(long index, String file) {
    return String.format(Locale.ROOT, "%s/%06d/%s", RUNS, index, file);
  }

  /**
   * Makes one sweep of its shards, in a new folder: their runs in one journal. What is missing, {@link Sweep#resume} makes.
   */
  public static void merge(List<Path> shards, Path out) {
    Begun first = existing(shards.get(0)).begun();
    for (Path shard : shards) {
      Begun begun = existing(shard).begun();
      boolean same = begun.fingerprint().equals(first.fingerprint())
          && begun.isOfThisBuild()
          && begun.options().withShard(Shard.WHOLE).equals(first.options().withShard(Shard.WHOLE));
      if (!same) {
        throw new InputException("--merge: " + shard + " is no part of the same sweep as "
            + shards.get(0)
            + (begun.isOfThisBuild() ? "" : ", or another build drove it")
            + ":\n  " + begun.options().command() + "\n  "
            + first.options().command());
      }
    }
    SweepFolder whole =
        create(out, first.options().withShard(Shard.WHOLE), Optional.empty(), first.fingerprint());
    try (Journal journal = Journal.open(whole.journal())) {
      shards.forEach(shard -> Journal.read(existing(shard).journal()).forEach(journal::add));
    } catch (IOException e) {
      throw new InputException("--out " + out + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static String toJson(
      SweepOptions options, Optional<SearchOptions> search, String fingerprint) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", "camber.sweep/1");
    json.addProperty("fingerprint", fingerprint);
    json.addProperty("build", BuildFingerprint.current());
    json.addProperty("command", options.command());
    json.add("inputs", array(options.inputs()));
    JsonObject parameters = new JsonObject();
    options.parameters().forEach(parameters::addProperty);
    json.add("parameters", parameters);
    json.addProperty("seeds", options.seeds().text());
    options.sample().ifPresent(count -> json.addProperty("sample", count));
    json.addProperty("sampleSeed", options.sampleSeed());
    json.addProperty("shard", options.shard().text());
    json.addProperty("ego", options.ego());
    json.addProperty("perception", options.perception().name());
    json.addProperty("untilS", options.untilS());
    json.add("axes", array(options.axes()));
    json.addProperty("worst", options.worst());
    json.addProperty("reference", options.reference());
    json.addProperty("variations", options.variations());
    if (!options.setup().equals(SweepSetup.SHIPPED)) {
      json.add("setup", options.setup().toJson());
    }
    search.ifPresent(wanted -> {
      JsonObject described = new JsonObject();
      described.addProperty("metric", wanted.metric().name());
      described.addProperty("budget", wanted.budget());
      described.addProperty("seed", wanted.seed());
      json.add("search", described);
    });
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** What a sweep was begun with, and the state of its files and of Camber then; no build where an older one wrote none. */
  record Begun(
      SweepOptions options, Optional<SearchOptions> search, String fingerprint, String build) {
    boolean isOfThisBuild() {
      return build.equals(BuildFingerprint.current());
    }
  }

  Begun begun() {
    Path file = file(OPTIONS);
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      Map<String, String> parameters = new LinkedHashMap<>();
      json.getAsJsonObject("parameters")
          .entrySet()
          .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().getAsString()));
      SweepOptions options = new SweepOptions(
          texts(json, "inputs"),
          parameters,
          RunSeeds.parse(json.get("seeds").getAsString()),
          json.has("sample")
              ? OptionalLong.of(json.get("sample").getAsLong())
              : OptionalLong.empty(),
          json.get("sampleSeed").getAsLong(),
          Shard.parse(json.get("shard").getAsString()),
          json.get("ego").getAsString(),
          Perception.valueOf(json.get("perception").getAsString()),
          json.get("untilS").getAsDouble(),
          texts(json, "axes"),
          json.get("worst").getAsInt(),
          json.has("reference") && json.get("reference").getAsBoolean(),
          json.has("variations") && json.get("variations").getAsBoolean(),
          json.has("setup")
              ? SweepSetup.fromJson(json.getAsJsonObject("setup"))
              : SweepSetup.SHIPPED);
      return new Begun(
          options,
          search(json),
          json.get("fingerprint").getAsString(),
          json.has("build") ? json.get("build").getAsString() : "");
    } catch (IOException
        | JsonParseException
        | IllegalArgumentException
        | IllegalStateException
        | NullPointerException e) {
      throw new InputException(file + ": is no description of a sweep: " + e.getMessage(), e);
    }
  }

  private static Optional<SearchOptions> search(JsonObject json) {
    if (!json.has("search")) {
      return Optional.empty();
    }
    JsonObject search = json.getAsJsonObject("search");
    return Optional.of(new SearchOptions(
        SearchMetric.valueOf(search.get("metric").getAsString()),
        search.get("budget").getAsInt(),
        search.get("seed").getAsLong()));
  }

  private static List<String> texts(JsonObject json, String key) {
    List<String> texts = new ArrayList<>();
    json.getAsJsonArray(key).forEach(element -> texts.add(element.getAsString()));
    return texts;
  }
}
