package io.camber.sim.scenario.document;

import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The reading of one scenario: its catalogs, the names of its entities, and the findings so far. */
public final class Reading {
  private final FileTree files;
  private final Catalogs catalogs;
  private final Set<String> entities = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private boolean asksOffRoad;
  private final List<Node> kept = new ArrayList<>();

  public Reading(FileTree files) {
    this(files, new FileCache());
  }

  /** A reading that shares what it reads with others. */
  public Reading(FileTree files, FileCache cache) {
    this.files = files;
    this.catalogs = new Catalogs(files, cache);
  }

  /** The root of the scenario's file in its parameters' scope. */
  public Node open(XmlElement root, Scope scope) {
    Node node = new Node(root, scope, this, List.of());
    keep(node);
    return node;
  }

  void keep(Node node) {
    kept.add(node);
  }

  public FileTree files() {
    return files;
  }

  public void addCatalogs(Node catalogLocations) {
    catalogs.add(catalogLocations);
  }

  /** The entry a CatalogReference names, in the scope of its assigned parameters. */
  public Node resolve(Node reference) {
    return catalogs.resolve(reference);
  }

  public void declareEntity(String name) {
    entities.add(name);
  }

  /** A condition wants to know whether entities are off the road. */
  public void askOffRoad() {
    asksOffRoad = true;
  }

  public boolean asksOffRoad() {
    return asksOffRoad;
  }

  boolean hasEntity(String name) {
    return entities.contains(name);
  }

  List<String> entities() {
    return List.copyOf(entities);
  }

  void warn(XmlElement element, String what) {
    warnings.add(element.file() + ":" + element.line() + ": " + what);
  }

  /** Warnings of the reading, those about unread elements and attributes included. Throws on an unknown element. */
  public List<String> findings() {
    for (Node node : kept) {
      node.report();
    }
    return List.copyOf(warnings);
  }
}
