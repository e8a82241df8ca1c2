package io.camber.app.traffic.sumo;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How SUMO's network lies on the OpenDRIVE map that it was made from: netconvert moves it, and writes by how much.
 *
 * @param offset from coordinates of the OpenDRIVE file to those of the network
 */
record SumoNetwork(Vec2 offset) {
  private static final Pattern NET_FILE =
      Pattern.compile("<(?:net-file|net|n)\\s+value\\s*=\\s*\"([^\"]+)\"");
  private static final Pattern OFFSET =
      Pattern.compile("<location\\s[^>]*netOffset\\s*=\\s*\"([^,\"]+),([^,\"]+)\"");

  /** Reads a .sumocfg and the head of its network. */
  static SumoNetwork of(Path configuration) {
    Matcher file = NET_FILE.matcher(text(configuration));
    if (!file.find()) {
      throw new InputException(configuration + ": names no <net-file value=\"...\"/>");
    }
    Path net = configuration.resolveSibling(file.group(1));
    Matcher offset = OFFSET.matcher(text(net));
    if (!offset.find()) {
      throw new InputException(net + ": has no <location netOffset=\"x,y\"/>; make it with"
          + " netconvert --opendrive-files MAP.xodr -o " + net.getFileName());
    }
    try {
      return new SumoNetwork(
          new Vec2(Double.parseDouble(offset.group(1)), Double.parseDouble(offset.group(2))));
    } catch (NumberFormatException e) {
      throw new InputException(
          net + ": netOffset=\"" + offset.group() + "\" is no pair of numbers", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e, e);
    }
  }
}
