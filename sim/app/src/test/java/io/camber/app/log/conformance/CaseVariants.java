package io.camber.app.log.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The base cases of the conformance suite and every set of features that means something for each. */
public final class CaseVariants {
  private static final String HEADER =
      "{\"type\":\"Header\",\"fields\":[[\"library\",\"\"],[\"profile\",\"\"]]}";
  private static final String SCHEMA =
      "{\"type\":\"Schema\",\"fields\":[[\"data\",[\"4\",\"5\",\"6\"]],"
          + "[\"encoding\",\"c\"],[\"id\",\"1\"],[\"name\",\"Example\"]]}";
  private static final String ATTACHMENT =
      "{\"type\":\"Attachment\",\"fields\":[[\"create_time\",\"1\"],"
          + "[\"data\",[\"1\",\"2\",\"3\"]],[\"log_time\",\"2\"],"
          + "[\"media_type\",\"application/octet-stream\"],[\"name\",\"myFile\"]]}";
  private static final String METADATA = "{\"type\":\"Metadata\",\"fields\":["
      + "[\"metadata\",{\"zebra\":\"1\",\"apple\":\"2\",\"foo\":\"bar\"}],[\"name\",\"myMetadata\"]]}";
  private static final long[] UNORDERED_NS = {0, 2, 1, 3, 3, 5, 4, 7, 8, 9};

  private CaseVariants() {}

  /** Cases in the JSON form of the suite, by name. */
  public static Map<String, String> all() {
    List<String> ten = new ArrayList<>(List.of(SCHEMA, channel(1)));
    for (int i = 0; i < UNORDERED_NS.length; i++) {
      ten.add(message(i, UNORDERED_NS[i]));
    }
    Map<String, String> cases = new LinkedHashMap<>();
    add(cases, "NoData", List.of(), List.of("st", "sum"));
    add(cases, "OneAttachment", List.of(ATTACHMENT), List.of("st", "ax", "sum"));
    add(cases, "OneMetadata", List.of(METADATA), List.of("st", "mdx", "sum"));
    List<String> schemaless = List.of("ch", "mx", "st", "rch", "chx", "sum");
    List<String> full = List.of("ch", "mx", "st", "rsh", "rch", "chx", "sum");
    add(cases, "OneSchemalessMessage", List.of(channel(0), message(10, 2)), schemaless);
    add(cases, "OneMessage", List.of(SCHEMA, channel(1), message(10, 2)), full);
    add(cases, "TenMessages", ten, full);
    return cases;
  }

  private static void add(
      Map<String, String> cases, String name, List<String> records, List<String> features) {
    for (int set = 0; set < 1 << features.size(); set++) {
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < features.size(); i++) {
        if ((set >> i & 1) == 1) {
          chosen.add(features.get(i));
        }
      }
      if (meansSomething(chosen)) {
        cases.put(name + "-" + String.join("-", chosen), json(records, chosen));
      }
    }
  }

  /** Indexes need chunks, and summary offsets something to point at. */
  private static boolean meansSomething(List<String> features) {
    boolean indexed = features.contains("mx") || features.contains("chx");
    boolean summarised =
        features.stream().anyMatch(List.of("st", "rsh", "rch", "ax", "mdx", "chx")::contains);
    return (!indexed || features.contains("ch")) && (summarised || !features.contains("sum"));
  }

  /** The case with padding asked for on top. */
  public static String padded(String json) {
    return json.replace("\"features\":[", "\"features\":[\"pad\",").replace(",]", "]");
  }

  private static String json(List<String> records, List<String> features) {
    List<String> quoted =
        features.stream().map(feature -> "\"" + feature + "\"").toList();
    List<String> all = new ArrayList<>(List.of(HEADER));
    all.addAll(records);
    return "{\"records\":[" + String.join(",", all)
        + ",{\"type\":\"DataEnd\",\"fields\":[]}],\"meta\":{\"variant\":{\"features\":["
        + String.join(",", quoted) + "]}}}";
  }

  private static String channel(int schemaId) {
    return "{\"type\":\"Channel\",\"fields\":[[\"id\",\"1\"],[\"message_encoding\",\"a\"],"
        + "[\"metadata\",{\"foo\":\"bar\"}],[\"schema_id\",\"" + schemaId
        + "\"],[\"topic\",\"example\"]]}";
  }

  private static String message(int sequence, long timeNs) {
    return "{\"type\":\"Message\",\"fields\":[[\"channel_id\",\"1\"],[\"data\",[\"1\",\"2\",\""
        + sequence
        + "\"]],[\"log_time\",\"" + timeNs + "\"],[\"publish_time\",\"1\"],[\"sequence\",\""
        + sequence + "\"]]}";
  }
}
