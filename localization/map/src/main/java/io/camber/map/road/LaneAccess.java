package io.camber.map.road;

import java.util.List;

/**
 * Who may use a lane from road station {@code s} on.
 *
 * @param allow whether the users are the only ones allowed, or those denied
 * @param users words of the file, such as bus, truck, bicycle
 */
public record LaneAccess(double s, boolean allow, List<String> users) {
  public LaneAccess {
    users = List.copyOf(users);
  }

  /**
   * Whether the user may drive at {@code s}: of the records that begin last, no denial names the user, and if any is a
   * permission one names the user.
   */
  static boolean permits(List<LaneAccess> accesses, String user, double s) {
    double start = Double.NEGATIVE_INFINITY;
    for (LaneAccess access : accesses) {
      if (access.s <= s + 1e-9) {
        start = Math.max(start, access.s);
      }
    }
    boolean listed = false;
    boolean permitted = false;
    for (LaneAccess access : accesses) {
      if (access.s != start) {
        continue;
      }
      if (!access.allow && access.users.contains(user)) {
        return false;
      }
      listed |= access.allow;
      permitted |= access.allow && access.users.contains(user);
    }
    return permitted || !listed;
  }
}
