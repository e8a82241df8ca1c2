package io.camber.app.log;

import io.camber.app.table.Column;
import io.camber.app.table.CsvFile;
import io.camber.app.table.ParquetFile;
import io.camber.app.table.Table;
import io.camber.bus.Codec;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Schema;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageSelection;
import io.camber.mcap.tool.WholeFile;
import io.camber.messages.MessageCells;
import io.camber.messages.Topics;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarSweep;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Messages of a log in the formats of other tools; the kind of file follows from its name. Files appear complete. */
public final class LogExport {
  private final McapFile log;
  private final MessageSelection selection;
  private final Consumer<String> damage;

  public LogExport(McapFile log, MessageSelection selection, Consumer<String> damage) {
    this.log = log;
    this.selection = selection;
    this.damage = damage;
  }

  /**
   * Writes a table ({@code .csv}, {@code .parquet}), a film ({@code .mp4}), the first sweep ({@code .ply}, {@code .pcd}) or,
   * into a folder, every image as PNG and every sweep as PLY; returns what was written, in words.
   *
   * @param each repeated field that gives a row for each of its elements; empty for a row a message
   */
  public String write(Path target, String each) throws IOException {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".parquet")) {
      Table table = table(each);
      complete(target, part -> {
        if (name.endsWith(".csv")) {
          CsvFile.write(table, part);
        } else {
          ParquetFile.write(table, part);
        }
      });
      return table.rows().size() + " rows of " + table.columns().size() + " columns";
    }
    if (!each.isEmpty()) {
      throw new InputException("--each " + each + " gives rows to a .csv or .parquet file");
    }
    if (name.endsWith(".mp4")) {
      return film(target);
    }
    if (name.endsWith(".ply") || name.endsWith(".pcd")) {
      return firstSweep(target, name.endsWith(".ply"));
    }
    if (!isFolder(target)) {
      throw new InputException(target
          + ": the name must end in .csv, .parquet, .mp4, .ply or .pcd, or be that of a folder");
    }
    return folder(target);
  }

  /** Something that writes a file. */
  @FunctionalInterface
  private interface FileWriter {
    void write(Path file) throws IOException;
  }

  private static void complete(Path target, FileWriter writer) throws IOException {
    try (WholeFile whole = WholeFile.of(target)) {
      writer.write(whole.place());
      whole.finish();
    }
  }

  /** Whether a target is a folder, by its name. */
  public static boolean isFolder(Path target) {
    return Files.isDirectory(target) || !String.valueOf(target.getFileName()).contains(".");
  }

  private Table table(String each) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Column.Type> types = new LinkedHashMap<>();
    Map<Integer, Schema> schemas = new TreeMap<>();
    types.put("time_s", Column.Type.NUMBER);
    types.put("topic", Column.Type.TEXT);
    types.put("sequence", Column.Type.WHOLE);
    LogReading.each(log, selection, damage, (channel, message) -> {
      Schema schema = schemas.computeIfAbsent(channel.id(), id -> protobuf(channel));
      for (Map<String, Object> cells : cells(channel, schema, message, each)) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time_s", message.logTimeNs() / 1e9);
        row.put("topic", channel.topic());
        row.put("sequence", message.sequence());
        row.putAll(cells);
        row.forEach((column, cell) -> types.merge(column, typeOf(cell), LogExport::common));
        rows.add(row);
      }
      return true;
    });
    Table table = new Table(types.entrySet().stream()
        .map(entry -> new Column(entry.getKey(), entry.getValue()))
        .toList());
    for (Map<String, Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      types.forEach((column, type) -> cells.add(as(type, row.get(column))));
      table.add(cells);
    }
    return table;
  }

  private Schema protobuf(McapRecord.Channel channel) {
    if (!channel.messageEncoding().equals("protobuf")) {
      throw new InputException(channel.topic() + " is encoded as " + channel.messageEncoding()
          + "; tables are made of protobuf messages");
    }
    return Logs.schema(log.summary()
        .schemaOf(channel)
        .orElseThrow(() -> new InputException(channel.topic() + " has no schema in the log")));
  }

  private static List<Map<String, Object>> cells(
      McapRecord.Channel channel, Schema schema, McapRecord.Message message, String each) {
    try {
      return MessageCells.rows(schema, message.payload(), each);
    } catch (MalformedMessageException | IllegalArgumentException e) {
      throw new InputException(channel.topic() + ": " + e.getMessage(), e);
    }
  }

  private static Column.Type typeOf(Object cell) {
    if (cell instanceof Long) {
      return Column.Type.WHOLE;
    }
    return cell instanceof Double ? Column.Type.NUMBER : Column.Type.TEXT;
  }

  private static Column.Type common(Column.Type first, Column.Type second) {
    return first == second ? first : Column.Type.TEXT;
  }

  private static @Nullable Object as(Column.Type type, @Nullable Object cell) {
    return cell == null || type != Column.Type.TEXT ? cell : cell.toString();
  }

  private String film(Path target) throws IOException {
    double hz = TopicFigures.of(log, selection, damage).stream()
        .mapToDouble(TopicFigures::hz)
        .filter(rate -> rate > 0)
        .findFirst()
        .orElse(10.0);
    int[] count = new int[1];
    complete(target, part -> {
      try (FilmReel reel = new FilmReel(hz, part)) {
        LogReading.each(log, selection, damage, (channel, message) -> {
          reel.add(image(channel, message));
          count[0]++;
          return true;
        });
      }
    });
    return String.format(Locale.ROOT, "%d images at %.2f Hz", count[0], hz);
  }

  /** Starts the film with the first image. */
  private static final class FilmReel implements AutoCloseable {
    private final double hz;
    private final Path file;
    private Frames.@Nullable Film film;

    FilmReel(double hz, Path file) {
      this.hz = hz;
      this.file = file;
    }

    void add(CameraImage image) throws IOException {
      Frames.Film open = film != null ? film : new Frames.Film(image, hz, file);
      film = open;
      open.add(image);
    }

    @Override
    public void close() throws IOException {
      if (film != null) {
        film.close();
      }
    }
  }

  private String firstSweep(Path target, boolean ply) throws IOException {
    List<LidarSweep> first = new ArrayList<>();
    LogReading.each(log, selection, damage, (channel, message) -> {
      first.add(sweep(channel, message));
      return false;
    });
    if (first.isEmpty()) {
      throw new InputException("the selection holds no sweep");
    }
    LidarSweep sweep = first.get(0);
    complete(target, part -> {
      if (ply) {
        CloudFile.writePly(sweep, part);
      } else {
        CloudFile.writePcd(sweep, part);
      }
    });
    return String.format(
        Locale.ROOT, "%d points of the sweep at %.6f s", sweep.size(), sweep.timeNs() / 1e9);
  }

  private String folder(Path target) throws IOException {
    int[] count = new int[1];
    try (WholeFolder whole = WholeFolder.of(target)) {
      LogReading.each(log, selection, damage, (channel, message) -> {
        Object value = decode(channel, message);
        String stem =
            String.format(Locale.ROOT, "%06d-%.6f", count[0]++, message.logTimeNs() / 1e9);
        if (value instanceof CameraImage image) {
          Frames.writePng(image, whole.file(stem + ".png"));
        } else if (value instanceof LidarSweep sweep) {
          CloudFile.writePly(sweep, whole.file(stem + ".ply"));
        } else {
          throw new InputException(channel.topic()
              + " holds neither images nor sweeps; name a .csv or .parquet file for its messages");
        }
        return true;
      });
      whole.finish();
    }
    return count[0] + " files";
  }

  private CameraImage image(McapRecord.Channel channel, McapRecord.Message message) {
    if (decode(channel, message) instanceof CameraImage image) {
      return image;
    }
    throw new InputException(channel.topic() + " holds no images; choose a camera with --topic");
  }

  private LidarSweep sweep(McapRecord.Channel channel, McapRecord.Message message) {
    if (decode(channel, message) instanceof LidarSweep sweep) {
      return sweep;
    }
    throw new InputException(channel.topic() + " holds no sweeps; choose a lidar with --topic");
  }

  /** A message of one of our own types, whatever its topic is called. */
  private Object decode(McapRecord.Channel channel, McapRecord.Message message) {
    String type = log.summary().schemaOf(channel).map(McapRecord.Schema::name).orElse("");
    Codec<?> codec = Topics.all().stream()
        .map(Topic::codec)
        .filter(known -> known.schema().name().equals(type))
        .findFirst()
        .orElseThrow(() -> new InputException(channel.topic() + " holds messages of type " + type
            + ", which cannot be shown; its fields go to .csv or .parquet"));
    try {
      return codec.decode(message.payload().duplicate().order(ByteOrder.LITTLE_ENDIAN));
    } catch (MalformedMessageException e) {
      throw new InputException(channel.topic() + ": " + e.getMessage(), e);
    }
  }
}
