package io.camber.sim.scenario.document;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.xml.XmlElement;
import io.camber.sim.scenario.xml.XmlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Files and folders read once for many readings of scenarios, which may go on in several threads. What changes on disk later
 * is not seen.
 */
public final class FileCache {
  private final Map<Path, XmlElement> documents = new ConcurrentHashMap<>();
  private final Map<Path, List<Path>> folders = new ConcurrentHashMap<>();

  /** The root element of a file. */
  public XmlElement document(Path file) {
    return documents.computeIfAbsent(file, XmlFile::read);
  }

  /** The scenario and catalog files of a folder, ordered by name. */
  List<Path> files(Path folder) {
    return folders.computeIfAbsent(folder, FileCache::list);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> names = Files.list(folder)) {
      return names.filter(file -> file.toString().endsWith(".xosc")).sorted().toList();
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be listed: " + e.getMessage(), e);
    }
  }
}
