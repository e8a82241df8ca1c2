package io.camber.bus.udp.protocol;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How many strangers may cost us the derivation of a key, some microseconds each, in one interval of calls. Addresses are dealt
 * into groups anew each time, those that we call ourselves into groups of their own: whoever floods from one address spends
 * the share of its group, and a newcomer from another hardly ever has the same.
 */
final class Strangers {
  private static final int GROUP_BITS = 6;
  private static final int GROUPS = 1 << GROUP_BITS;
  private static final byte EACH = 4;

  private final Set<InetSocketAddress> called;
  private final byte[] left = new byte[2 * GROUPS];
  private int salt = 1;

  Strangers(List<InetSocketAddress> called) {
    this.called = Set.copyOf(called);
    refill(1);
  }

  /** The next interval begins. */
  void refill(int newSalt) {
    salt = newSalt | 1;
    Arrays.fill(left, EACH);
  }

  /** Whether one more from there may be looked at. */
  boolean takes(InetSocketAddress from) {
    int dealt = (from.hashCode() * salt) >>> (Integer.SIZE - GROUP_BITS);
    int group = called.contains(from) ? GROUPS + dealt : dealt;
    if (left[group] == 0) {
      return false;
    }
    left[group]--;
    return true;
  }
}
