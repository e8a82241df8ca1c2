package io.camber.sim.scenario.xml;

import io.camber.diagnostics.InputException;
import io.camber.map.xml.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a whole XML file. Document types and external entities are refused; depth and size are bounded. Ordinary files take the quick way
 * of maps; whatever it does not know, mistakes included, goes to the platform's parser.
 */
public final class XmlFile {
  private static final long BYTES_MAX = 64L << 20;

  private XmlFile() {}

  /** The root element of the file. */
  public static XmlElement read(Path file) {
    String name = file.toString();
    try {
      if (!Files.isRegularFile(file)) {
        throw new InputException(name + ": no such file");
      }
      if (Files.size(file) > BYTES_MAX) {
        throw new InputException(name + ": larger than " + (BYTES_MAX >> 20) + " MiB");
      }
      return parse(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The root element of a file's bytes; {@code name} stands for the file in messages. */
  public static XmlElement parse(String name, byte[] xml) {
    ElementTree quick = new ElementTree(name);
    return XmlTree.readPlain(xml, quick) ? quick.root() : fully(name, xml);
  }

  static XmlElement fully(String name, byte[] xml) {
    ElementTree tree = new ElementTree(name);
    XmlTree.readFully(name, xml, tree);
    return tree.root();
  }
}
