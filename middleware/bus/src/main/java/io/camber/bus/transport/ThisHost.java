package io.camber.bus.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The host that this process runs on, by the name under which its ends appear on a bus. */
public final class ThisHost {
  private ThisHost() {}

  /** Its own name; {@code localhost} when it has none. */
  public static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost"; // a host without a name is still a host
    }
  }
}
