package io.camber.app.log;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in a log, on one screen. */
public final class LogInfo {
  /** 2000-01-01: log times before it are those of a simulation, not of a calendar. */
  private static final long CALENDAR_NS = 946_684_800_000_000_000L;

  private static final int METADATA_SHOWN = 500;
  private static final double NS = 1e-9;

  private final McapFile log;
  private final McapSummary summary;

  public LogInfo(McapFile log) {
    this.log = log;
    this.summary = log.summary();
  }

  /** For people. */
  public void print(String name, PrintWriter out) throws IOException {
    out.printf("%s  %s%n", name, size(log.sizeBytes()));
    out.printf(
        "  written by  %s%s%n",
        log.header().library().isEmpty() ? "(unnamed)" : log.header().library(),
        log.header().profile().isEmpty() ? "" : ", profile " + log.header().profile());
    summary.statistics().ifPresent(statistics -> span(statistics, out));
    packing(out);
    if (!log.isIndexed()) {
      out.println("  index       none: every record was looked at (camber log convert makes one)");
    }
    for (McapRecord.MetadataIndex index : summary.metadata()) {
      out.printf(
          "  %-10s  %s%n", index.name(), shortened(log.metadata(index).entries().toString()));
    }
    for (McapRecord.AttachmentIndex index : summary.attachments()) {
      out.printf(
          "  attachment  %s (%s, %s)%n", index.name(), index.mediaType(), size(index.dataSize()));
    }
    for (String damage : log.damage()) {
      out.println("  damage      " + damage);
    }
    out.println();
    topics(out);
    out.flush();
  }

  private static String shortened(String text) {
    return text.length() <= METADATA_SHOWN
        ? text
        : text.substring(0, METADATA_SHOWN) + "... (" + text.length()
            + " characters; --json shows all)";
  }

  private static void span(McapRecord.Statistics statistics, PrintWriter out) {
    double spanS = (statistics.endNs() - statistics.startNs()) * NS;
    out.printf(Locale.ROOT, "  messages    %,d in %.3f s%n", statistics.messageCount(), spanS);
    out.printf("  from        %s%n", time(statistics.startNs()));
    out.printf("  to          %s%n", time(statistics.endNs()));
  }

  private static String time(long timeNs) {
    return timeNs >= CALENDAR_NS
        ? Instant.ofEpochSecond(timeNs / 1_000_000_000L, timeNs % 1_000_000_000L)
            .toString()
        : String.format(Locale.ROOT, "%.6f s", timeNs * NS);
  }

  private void packing(PrintWriter out) {
    SortedMap<String, long[]> packed = new TreeMap<>();
    for (McapRecord.ChunkIndex chunk : summary.chunks()) {
      long[] of = packed.computeIfAbsent(chunk.compression(), name -> new long[3]);
      of[0]++;
      of[1] += chunk.compressedSize();
      of[2] += chunk.uncompressedSize();
    }
    packed.forEach((name, of) -> out.printf(
        Locale.ROOT,
        "  chunks      %,d %s, %s of %s (%.0f %%)%n",
        of[0],
        name.isEmpty() ? "uncompressed" : name,
        size(of[1]),
        size(of[2]),
        of[2] == 0 ? 100.0 : 100.0 * of[1] / of[2]));
  }

  private void topics(PrintWriter out) {
    double spanS = summary
        .statistics()
        .map(statistics -> (statistics.endNs() - statistics.startNs()) * NS)
        .orElse(0.0);
    int width =
        channels().stream().mapToInt(channel -> channel.topic().length()).max().orElse(5);
    out.printf("  %-" + width + "s %9s %9s  %s%n", "topic", "messages", "Hz", "type");
    for (McapRecord.Channel channel : channels()) {
      long count = count(channel);
      out.printf(
          Locale.ROOT,
          "  %-" + width + "s %9d %9s  %s%s%n",
          channel.topic(),
          count,
          spanS > 0 && count > 1 ? String.format(Locale.ROOT, "%.2f", count / spanS) : "",
          type(channel),
          publisher(channel));
    }
  }

  private List<McapRecord.Channel> channels() {
    return summary.channels().values().stream()
        .sorted(
            Comparator.comparing(McapRecord.Channel::topic).thenComparing(McapRecord.Channel::id))
        .toList();
  }

  private long count(McapRecord.Channel channel) {
    return summary
        .statistics()
        .map(statistics -> statistics.channelMessageCounts().getOrDefault(channel.id(), 0L))
        .orElse(0L);
  }

  private String type(McapRecord.Channel channel) {
    return summary
        .schemaOf(channel)
        .map(schema -> schema.name() + " (" + channel.messageEncoding() + ")")
        .orElse(channel.messageEncoding());
  }

  private static String publisher(McapRecord.Channel channel) {
    String publisher = channel.metadata().getOrDefault("callerid", "");
    return publisher.isEmpty() ? "" : " from " + publisher;
  }

  /** For programs. */
  public JsonObject toJson() throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("library", log.header().library());
    json.addProperty("profile", log.header().profile());
    json.addProperty("sizeBytes", log.sizeBytes());
    json.addProperty("indexed", log.isIndexed());
    summary.statistics().ifPresent(statistics -> {
      json.addProperty("messages", statistics.messageCount());
      json.addProperty("startNs", statistics.startNs());
      json.addProperty("endNs", statistics.endNs());
    });
    json.addProperty("chunks", summary.chunks().size());
    JsonArray channels = new JsonArray();
    for (McapRecord.Channel channel : channels()) {
      JsonObject one = new JsonObject();
      one.addProperty("topic", channel.topic());
      one.addProperty(
          "type", summary.schemaOf(channel).map(McapRecord.Schema::name).orElse(""));
      one.addProperty("encoding", channel.messageEncoding());
      one.addProperty("messages", count(channel));
      one.addProperty("publisher", channel.metadata().getOrDefault("callerid", ""));
      channels.add(one);
    }
    json.add("channels", channels);
    JsonObject metadata = new JsonObject();
    for (McapRecord.MetadataIndex index : summary.metadata()) {
      JsonObject entries = new JsonObject();
      log.metadata(index).entries().forEach(entries::addProperty);
      metadata.add(index.name(), entries);
    }
    json.add("metadata", metadata);
    JsonArray attachments = new JsonArray();
    summary.attachments().forEach(index -> attachments.add(index.name()));
    json.add("attachments", attachments);
    JsonArray damage = new JsonArray();
    log.damage().forEach(damage::add);
    json.add("damage", damage);
    return json;
  }

  /** Bytes in people's units. */
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    String[] units = {"kB", "MB", "GB", "TB"};
    int unit = -1;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }
}
