package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hosts made of network namespaces, sealed datagrams, faults by the kernel. Never skipped for lack of namespaces unless
 * {@code -Dcamber.allow.skip.netlab} says so. Each result is added to {@code target/reliability.jsonl}.
 */
final class NetlabTest {
  @TempDir
  Path folder;

  private Map<String, Long> lab(
      String id, String qos, int count, int rateHz, int bytes, String cut, String... faults)
      throws IOException, InterruptedException {
    Path key = Files.createFile(
        folder.resolve("bus.key"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(key, new byte[32]);
    Path script = folder.resolve("netlab.sh");
    try (var source = NetlabTest.class.getResourceAsStream("netlab.sh")) {
      Files.write(script, java.util.Objects.requireNonNull(source).readAllBytes());
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java")
        + " -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "
        + System.getProperty("java.class.path") + " "
        + NetlabPeer.class.getName() + " ";
    String rest = " " + key + " " + qos + " " + count + " " + rateHz + " " + bytes + " ";
    List<String> command = new ArrayList<>(
        List.of("bash", script.toString(), java + "pub" + rest, java + "sub" + rest + cut));
    command.addAll(List.of(faults));
    File output = folder.resolve("out.txt").toFile();
    script.toFile().setExecutable(true);
    command.remove(0);
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String text = Files.readString(output.toPath());
    if (!ended || process.exitValue() != 0) {
      Assumptions.assumeFalse(
          Boolean.getBoolean("camber.allow.skip.netlab") && text.contains("unshare"),
          "no namespaces here: " + text);
      throw new AssertionError(
          "the lab failed (needs unshare, iproute2, nftables; user namespaces allowed;"
              + " or -Dcamber.allow.skip.netlab=true):\n" + text);
    }
    Map<String, Long> values = new TreeMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.replaceFirst("^counter ", "nft_").split(" ", -1);
      if (words.length == 2 && words[1].matches("-?\\d+")) {
        values.put(words[0], Long.parseLong(words[1]));
      }
    }
    String json = "{\"id\":\"" + id + "\",\"faults\":\"" + String.join(" ", faults)
        + "\",\"values\":" + values + "}\n";
    Files.writeString(
        Path.of("target", "reliability.jsonl"),
        json,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    System.out.print(json + text.lines().filter(line -> line.startsWith("#")).toList() + "\n");
    return values;
  }

  private static long value(Map<String, Long> values, String name) {
    return java.util.Objects.requireNonNull(values.get(name), name);
  }

  @Test
  void udp01ReliableSmallMessagesSurviveFivePercentLossInOrder() throws Exception {
    Map<String, Long> got = lab("UDP-01", "RELIABLE", 8000, 2000, 256, "", "lossboth=50");

    assertThat(got)
        .containsEntry("received", 8000L)
        .containsEntry("disordered", 0L)
        .containsEntry("lost", 0L);
    assertThat(value(got, "nft_loss")).isGreaterThan(200);
  }

  @Test
  void udp02ReliableLargeMessagesSurviveFivePercentLoss() throws Exception {
    Map<String, Long> got = lab("UDP-02", "RELIABLE", 400, 100, 64 << 10, "", "lossboth=50");

    assertThat(got)
        .containsEntry("received", 400L)
        .containsEntry("disordered", 0L)
        .containsEntry("lost", 0L);
  }

  @Test
  void udp04NewestLargeSamplesStayYoungUnderTwentyPercentLoss() throws Exception {
    Map<String, Long> got = lab("UDP-04", "BEST_EFFORT", 50, 10, 64 << 10, "", "lossboth=200");

    assertThat(value(got, "received")).isGreaterThanOrEqualTo(47);
    assertThat(value(got, "age_us_p100")).isLessThan(1_000_000);
  }

  @Test
  void udp05BestEffortCountsEveryLossExactly() throws Exception {
    Map<String, Long> got = lab("UDP-05", "BEST_EFFORT", 8000, 2000, 256, "", "lossdata=50");

    assertThat(value(got, "received") + value(got, "nft_loss")).isEqualTo(8000);
    assertThat(value(got, "lost")).isEqualTo(value(got, "last") + 1 - value(got, "received"));
    assertThat(value(got, "received")).isBetween(7480L, 7720L);
  }

  @Test
  void udp06DuplicatesDisorderAndCorruptionNeverReachTheApplication() throws Exception {
    Map<String, Long> got =
        lab("UDP-06", "RELIABLE", 6000, 2000, 256, "", "dup=20", "reorder=50", "corrupt=10");

    assertThat(got)
        .containsEntry("received", 6000L)
        .containsEntry("disordered", 0L)
        .containsEntry("altered", 0L)
        .containsEntry("lost", 0L);
    assertThat(value(got, "nft_corrupt")).isPositive();
    assertThat(value(got, "unauthentic"))
        .isPositive()
        .isLessThanOrEqualTo(value(got, "nft_corrupt"));
    // every fault is one refusal, but a datagram that is doubled and altered is one or none: 2.4
    // are expected, 12 never seen
    long faults = value(got, "nft_corrupt") + value(got, "nft_dup");
    assertThat(value(got, "unauthentic") + value(got, "replayed")).isBetween(faults - 12, faults);
  }

  @Test
  void udp07ShortPartitionIsNoticedAndLosesNothing() throws Exception {
    Map<String, Long> got = lab("UDP-07", "RELIABLE", 1500, 500, 256, "0.3");

    assertThat(got).containsEntry("received", 1500L).containsEntry("lost", 0L);
    assertThat(value(got, "detected_ms")).isPositive();
  }

  @Test
  void udp07PartitionOfASecondIsNoticedAndLosesNothing() throws Exception {
    Map<String, Long> got = lab("UDP-07", "RELIABLE", 2000, 500, 256, "1");

    assertThat(got).containsEntry("received", 2000L).containsEntry("lost", 0L);
    assertThat(value(got, "detected_ms")).isPositive();
    assertThat(value(got, "rejoined_ms")).isNotNegative();
  }

  @Test
  @Tag("campaign")
  void udp03ReliableLargeMessagesUnderTwentyPercentLossKeepTheirPace() throws Exception {
    Map<String, Long> got = lab("UDP-03", "RELIABLE", 1000, 100, 64 << 10, "", "lossboth=200");

    assertThat(got).containsEntry("received", 1000L).containsEntry("lost", 0L);
    assertThat(value(got, "pub_duration_ms")).isBetween(9_500L, 10_500L);
  }

  @Test
  @Tag("campaign")
  void udp07PartitionOfTenSecondsLosesNothingWithinRetention() throws Exception {
    Map<String, Long> got = lab("UDP-07", "RELIABLE", 2600, 200, 256, "9.5");

    assertThat(got).containsEntry("received", 2600L).containsEntry("lost", 0L);
  }
}
