package io.camber.sim.scenario.document;

import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.scenario.xml.XmlElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalog folders a scenario declares, and the entries in their files. Files are read when an entry is first needed. */
@Plays({
  "CatalogReference",
  "Catalog",
  "Directory",
  "ParameterAssignments",
  "ParameterAssignment",
  "VehicleCatalog",
  "PedestrianCatalog",
  "MiscObjectCatalog",
  "ControllerCatalog",
  "EnvironmentCatalog",
  "ManeuverCatalog",
  "RouteCatalog",
  "TrajectoryCatalog"
})
final class Catalogs {
  private final FileTree files;
  private final FileCache cache;
  private final List<Path> unread = new ArrayList<>();
  private final Map<String, Map<String, XmlElement>> entries = new LinkedHashMap<>();

  /** The same by the name of the file, for catalogs that bear another name inside. */
  private final Map<String, Map<String, XmlElement>> byFile = new LinkedHashMap<>();

  Catalogs(FileTree files, FileCache cache) {
    this.files = files;
    this.cache = cache;
  }

  void add(Node locations) {
    for (Node kind : locations.children()) {
      Node directory = kind.one("Directory");
      if (files.leaves(directory.text("path"))) {
        directory.warn("catalog folder \"" + directory.text("path")
            + "\" lies outside the scenario's folder tree and is not read");
        continue;
      }
      Optional<Path> folder = files.find(directory, directory.text("path"));
      if (folder.isEmpty()) {
        directory.warn("catalog folder \"" + directory.text("path") + "\" does not exist");
      } else if (Files.isDirectory(folder.get())) {
        list(folder.get());
      } else if (!unread.contains(folder.get())) {
        unread.add(folder.get());
      }
    }
  }

  private void list(Path folder) {
    cache.files(folder).stream().filter(file -> !unread.contains(file)).forEach(unread::add);
  }

  Node resolve(Node reference) {
    String catalog = reference.text("catalogName");
    String entry = reference.text("entryName");
    XmlElement element = find(reference, catalog, entry);
    String key = catalog + "/" + entry;
    Scope scope = reference.scope().inner();
    Map<String, String> assigned = assignments(reference);
    if (reference.entries().contains(key)) {
      throw reference.error("catalog entry " + key + " contains itself: "
          + String.join(" -> ", reference.entries()) + " -> " + key);
    }
    List<String> entered = new ArrayList<>(reference.entries());
    entered.add(key);
    Node node = new Node(element, scope, reference.reading(), List.copyOf(entered));
    node.find("ParameterDeclarations")
        .ifPresent(declarations -> Declarations.read(declarations, scope, assigned));
    for (String name : assigned.keySet()) {
      if (!scope.declaresHere(name)) {
        reference.warn("catalog entry " + key + " declares no parameter " + name
            + ": the assignment has no effect");
      }
    }
    Node inScope = node.in(scope);
    inScope.markDeclared();
    return inScope;
  }

  private XmlElement find(Node reference, String catalog, String entry) {
    load();
    Map<String, XmlElement> found = entries.get(catalog);
    if ((found == null || !found.containsKey(entry)) && byFile.containsKey(catalog)) {
      reference.warn("catalog \"" + catalog
          + "\" was found by its file's name: inside it is called otherwise");
      found = byFile.get(catalog);
    }
    if (found == null) {
      throw reference.error("there is no catalog \"" + catalog + "\" in the catalog folders"
          + Suggestion.among(catalog, List.copyOf(entries.keySet())));
    }
    XmlElement element = found.get(entry);
    if (element == null) {
      throw reference.error("catalog \"" + catalog + "\" has no entry \"" + entry + "\""
          + Suggestion.among(entry, List.copyOf(found.keySet())));
    }
    return element;
  }

  private void load() {
    for (Path file : unread) {
      XmlElement root = cache.document(file);
      for (XmlElement catalog : root.children()) {
        if (catalog.name().equals("Catalog")) {
          String name = catalog.attributes().getOrDefault("name", "");
          Map<String, XmlElement> target =
              entries.computeIfAbsent(name, key -> new LinkedHashMap<>());
          String stem = String.valueOf(file.getFileName()).replace(".xosc", "");
          Map<String, XmlElement> ofFile =
              byFile.computeIfAbsent(stem, key -> new LinkedHashMap<>());
          for (XmlElement entry : catalog.children()) {
            target.putIfAbsent(entry.attributes().getOrDefault("name", ""), entry);
            ofFile.putIfAbsent(entry.attributes().getOrDefault("name", ""), entry);
          }
        }
      }
    }
    unread.clear();
  }

  private static Map<String, String> assignments(Node reference) {
    Map<String, String> assigned = new LinkedHashMap<>();
    reference.find("ParameterAssignments").ifPresent(list -> {
      for (Node assignment : list.all("ParameterAssignment")) {
        String name = assignment
            .findRaw("parameterRef")
            .orElseThrow(
                () -> assignment.error("<ParameterAssignment> needs an attribute parameterRef"));
        assigned.put(Declarations.bare(name), assignment.text("value"));
      }
    });
    return assigned;
  }
}
