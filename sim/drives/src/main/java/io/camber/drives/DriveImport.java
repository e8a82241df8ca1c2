package io.camber.drives;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveReader;
import io.camber.drives.log.ImportProgress;
import io.camber.drives.log.TopicCount;
import io.camber.drives.source.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a log of ours from somebody else's recording. */
public final class DriveImport {
  private DriveImport() {}

  /**
   * Imports; either the whole log is there afterwards or nothing is.
   *
   * @throws InputException naming the file and the place in it
   */
  public static ImportReport run(
      Path source, ImportChoice choice, Path out, ImportProgress progress) throws IOException {
    try (SourceTree tree = SourceTree.open(source)) {
      DriveFormat kind = choice.format().equals(ImportChoice.AUTO)
          ? DriveFormat.detect(tree)
          : DriveFormat.named(choice.format());
      if (!kind.knows(tree)) {
        throw new InputException(source + ": is not of format " + kind.label());
      }
      kind.check(choice);
      try (DriveReader reader = kind.open(tree, choice);
          DriveLog log = DriveLog.create(out, progress)) {
        reader.read(log);
        if (log.counts().isEmpty()) {
          throw new InputException(source + ": holds nothing that can be imported"
              + log.notes().skipped().entrySet().stream()
                  .limit(10)
                  .map(left -> left.getValue() + " x " + left.getKey())
                  .collect(Collectors.joining(", ", "; left out: ", "")));
        }
        log.note("camber.import", facts(kind, reader, log));
        log.finish();
        return report(kind, reader, log, out);
      }
    }
  }

  private static Map<String, String> facts(DriveFormat kind, DriveReader reader, DriveLog log) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("format", kind.label());
    facts.put("source", reader.about());
    List<String> remarks = log.notes().remarks();
    for (int i = 0; i < remarks.size(); i++) {
      facts.put("remark." + (i + 1), remarks.get(i));
    }
    log.notes().skipped().forEach((what, count) -> facts.put("skipped." + what, count.toString()));
    return facts;
  }

  private static ImportReport report(DriveFormat kind, DriveReader reader, DriveLog log, Path out) {
    List<TopicCount> counts = log.counts();
    return new ImportReport(
        kind.label(),
        reader.about(),
        out,
        counts,
        log.notes().skipped(),
        log.notes().remarks(),
        NodeNeeds.missing(counts.stream().map(TopicCount::topic).collect(Collectors.toSet())));
  }
}
