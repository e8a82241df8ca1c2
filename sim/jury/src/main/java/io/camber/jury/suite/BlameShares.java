package io.camber.jury.suite;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code camber blame} found about one event, from its {@code blame.json}.
 *
 * @param hash of the drive
 * @param timeS of the event
 * @param shares of the blame by component; empty when nobody could have avoided it
 */
public record BlameShares(String hash, double timeS, SortedMap<String, Double> shares) {
  public BlameShares {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }

  public static BlameShares read(Path file) {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      SortedMap<String, Double> shares = new TreeMap<>();
      json.getAsJsonObject("shares")
          .entrySet()
          .forEach(one -> shares.put(one.getKey(), one.getValue().getAsDouble()));
      return new BlameShares(
          json.get("hash").getAsString(), json.get("timeS").getAsDouble(), shares);
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | NullPointerException
        | NumberFormatException e) {
      throw new InputException(file + ": is no finding of camber blame: " + e.getMessage(), e);
    }
  }
}
