package io.camber.app.drive;

import io.camber.diagnostics.InputException;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What does not count in a collection's own evaluation. Of KITTI's tracking benchmark (its {@code evaluate_tracking.py}): a track
 * that no label explains is not false when it is at most 25 px high in the image or lies by more than half in a region that was
 * not labelled (DontCare); a label that is cut by the image's edge or hidden by more than half counts neither as found nor as
 * missed, and takes its track with it.
 */
final class LabelRules {
  /** Metadata of the log: time of a frame of truth to the regions of the image without labels. */
  static final String UNLABELLED = "camber.labels.unlabelled";

  /** Metadata of the log: time of a frame of truth to the names of its labels that do not count. */
  static final String HIDDEN = "camber.labels.hidden";

  private static final double HEIGHT_PX_MIN = 25.0;
  private static final double SHARE_MAX = 0.5;

  private final boolean isKnown;
  private final Map<Long, List<ImageBox>> unlabelled = new TreeMap<>();
  private final Map<Long, Set<String>> hidden = new TreeMap<>();

  private LabelRules(boolean isKnown) {
    this.isKnown = isKnown;
  }

  /** Everything counts. */
  static LabelRules none() {
    return new LabelRules(false);
  }

  static LabelRules of(Map<String, String> unlabelled, Map<String, String> hidden) {
    LabelRules rules = new LabelRules(true);
    unlabelled.forEach((timeNs, regions) -> rules.unlabelled.put(
        Long.valueOf(timeNs),
        Arrays.stream(regions.split(";", -1)).map(LabelRules::region).toList()));
    hidden.forEach((timeNs, names) ->
        rules.hidden.put(Long.valueOf(timeNs), Set.copyOf(Arrays.asList(names.split(" ", -1)))));
    return rules;
  }

  /** The rules that an imported log carries; none where it carries none. */
  static LabelRules read(Path file) throws IOException {
    try (McapFile log = McapFile.open(file)) {
      Map<String, Map<String, String>> found = new TreeMap<>();
      for (McapRecord.MetadataIndex index : log.summary().metadata()) {
        if (index.name().equals(UNLABELLED) || index.name().equals(HIDDEN)) {
          found.put(index.name(), log.metadata(index).entries());
        }
      }
      return found.isEmpty()
          ? none()
          : of(found.getOrDefault(UNLABELLED, Map.of()), found.getOrDefault(HIDDEN, Map.of()));
    } catch (MalformedMcapException e) {
      throw new InputException(LogMessages.unreadable(e), e);
    } catch (NumberFormatException e) {
      throw new InputException(
          file + ": what its labels leave out cannot be read: " + e.getMessage(), e);
    }
  }

  private static ImageBox region(String text) {
    double[] edges = Arrays.stream(text.strip().split(" ", -1))
        .mapToDouble(Double::parseDouble)
        .toArray();
    if (edges.length != 4) {
      throw new NumberFormatException("'" + text + "' is no rectangle");
    }
    return new ImageBox(edges[0], edges[1], edges[2], edges[3]);
  }

  /** Whether a label of a frame counts. */
  boolean isJudged(long frameNs, String label) {
    return !hidden.getOrDefault(frameNs, Set.of()).contains(label);
  }

  /** Whether a track that no label explains is false. */
  boolean isFalse(long frameNs, Optional<ImageBox> image) {
    if (!isKnown || image.isEmpty()) {
      return true;
    }
    ImageBox box = image.get();
    return box.heightPx() > HEIGHT_PX_MIN
        && unlabelled.getOrDefault(frameNs, List.of()).stream()
            .noneMatch(region -> box.shareIn(region) > SHARE_MAX);
  }
}
