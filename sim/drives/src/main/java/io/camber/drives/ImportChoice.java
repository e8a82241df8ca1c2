package io.camber.drives;

import io.camber.geometry.Pose3;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a user may say about a source.
 *
 * @param format a label of {@link DriveFormat} or {@link #AUTO}
 * @param part which drive, where the source holds several
 * @param mounts where frames of a bag sit on the car that no message tells, by name
 */
public record ImportChoice(String format, Optional<String> part, Map<String, Pose3> mounts) {
  /** The format that lets the content decide. */
  public static final String AUTO = "auto";

  /** Nothing said. */
  public static final ImportChoice NONE = new ImportChoice(AUTO, Optional.empty(), Map.of());

  public ImportChoice {
    mounts = Map.copyOf(new TreeMap<>(mounts));
  }
}
