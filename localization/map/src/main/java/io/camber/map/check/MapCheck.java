package io.camber.map.check;

import io.camber.diagnostics.InputException;
import io.camber.map.opendrive.OpenDriveReader;
import io.camber.map.road.RoadNetwork;
import io.camber.map.xml.XmlElement;
import io.camber.map.xml.XmlTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges an OpenDRIVE file. First it must be XML with the right root, a header and a version; then every rule looks at it. A
 * rule younger than the file's version only warns. What keeps the reader from reading the file is reported like a rule.
 */
public final class MapCheck {
  static final String XML = "asam.net:xodr:1.0.0:xml.valid_xml_document";
  static final String ROOT = "asam.net:xodr:1.0.0:xml.root_tag_is_opendrive";
  static final String HEADER = "asam.net:xodr:1.0.0:xml.fileheader_is_present";
  static final String VERSION = "asam.net:xodr:1.0.0:xml.version_is_defined";

  /** The reader refuses the file, for a reason no rule of the standard names. */
  static final String READABLE = "camber:readable";

  /** A version whose rules are not known here. */
  static final String KNOWN_VERSION = "camber:known_version";

  private static final Pattern PLACE = Pattern.compile(":(\\d+): ");

  private static final List<Rule> RULES = List.of(
      new SchemaRule(),
      new GeometryOrderRule(),
      new GeometryShapeRule(),
      new ParamPolyRule(),
      new ContactPointRule(),
      new BorderRule(),
      new BorderOffsetRule(),
      new LevelRule(),
      new AccessRule(),
      new LaneLinkRule(),
      new ZeroWidthRule(),
      new JunctionNeededRule(),
      new ConnectionRule(),
      new PriorityRule(),
      new SmoothnessRule(),
      new CrossSectionRule(),
      new ObjectRule(),
      new OutlineRule(),
      new ObjectPartsRule(),
      new SignalRule(),
      new RedundancyRule());

  private MapCheck() {}

  /** Ids of all rules. */
  public static List<String> rules() {
    return Stream.concat(
            Stream.of(XML, ROOT, HEADER, VERSION),
            Stream.concat(
                RULES.stream().flatMap(rule -> rule.ids().stream()),
                Stream.of(READABLE, KNOWN_VERSION)))
        .toList();
  }

  /** Judges the remaining bytes; {@code fileName} only serves messages. */
  public static CheckReport check(String fileName, ByteBuffer xml) {
    XmlElement root;
    try {
      root = XmlTree.read(fileName, xml);
    } catch (InputException e) {
      Findings findings = new Findings(fileName, 0);
      findings.add(XML, line(e), reason(fileName, e));
      return findings.report();
    }
    return check(fileName, root);
  }

  private static CheckReport check(String fileName, XmlElement root) {
    List<XmlElement> headers = root.all("header");
    int minor = headers.isEmpty() ? 0 : (int) Math.max(0.0, headers.get(0).numberOrNan("revMinor"));
    Findings findings = new Findings(fileName, minor);
    if (!root.name().equals("OpenDRIVE")) {
      findings.error(ROOT, root, "is the root; it must be <OpenDRIVE>");
      return findings.report();
    }
    if (headers.isEmpty()) {
      findings.error(HEADER, root, "has no header");
      return findings.report();
    }
    XmlElement header = headers.get(0);
    if (!isVersion(header, "revMajor") || !isVersion(header, "revMinor")) {
      findings.error(VERSION, header, "needs revMajor and revMinor, each a whole number from 0 on");
      return findings.report();
    }
    if (header.numberOrNan("revMajor") != 1.0) {
      findings.warning(
          KNOWN_VERSION,
          header,
          "revMajor=\"" + header.string("revMajor") + "\": only rules of OpenDRIVE 1.x are known");
      return findings.report();
    }
    List<InputException> refused = new ArrayList<>();
    Subject subject = new Subject(root, read(root, refused));
    RULES.forEach(rule -> rule.check(subject, findings));
    for (InputException e : refused) {
      if (!findings.hasErrorAt(line(e))) {
        findings.add(READABLE, line(e), reason(fileName, e));
      }
    }
    return findings.report();
  }

  private static boolean isVersion(XmlElement header, String attribute) {
    return header.find(attribute).filter(value -> value.matches("\\d{1,4}")).isPresent();
  }

  private static Optional<RoadNetwork> read(XmlElement root, List<InputException> refused) {
    try {
      return Optional.of(OpenDriveReader.read(root));
    } catch (InputException e) {
      refused.add(e);
      return Optional.empty();
    }
  }

  private static int line(InputException e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    return place.find() ? Integer.parseInt(place.group(1)) : 0;
  }

  private static String reason(String fileName, InputException e) {
    String message = String.valueOf(e.getMessage());
    String rest = message.startsWith(fileName) ? message.substring(fileName.length()) : message;
    return rest.replaceFirst("^(:\\d+)?: ", "");
  }
}
