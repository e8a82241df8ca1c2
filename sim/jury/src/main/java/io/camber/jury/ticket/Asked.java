package io.camber.jury.ticket;

/**
 * A check as it was asked of a drive.
 *
 * @param version of the check
 * @param against what else it was held against, such as the hash of another drive; empty for nothing
 * @param untilNs when what it looks at was heard last: nothing is said of what comes after
 */
public record Asked(int version, String against, long untilNs) {
  String label(String check) {
    return check + "@" + version + (against.isEmpty() ? "" : "/" + against);
  }
}
