package io.camber.app.command.jury;

import io.camber.diagnostics.InputException;
import io.camber.jury.ticket.TicketEntry;
import io.camber.jury.ticket.TicketFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which book of tickets a command reads. */
final class BookChoice {
  @Option(
      names = "--book",
      paramLabel = "FILE",
      description = "book of tickets (default: tickets/tickets.json)")
  private Path file = Path.of("tickets", "tickets.json");

  Path file() {
    return file;
  }

  /** What is in a book that must be there. */
  List<TicketEntry> entries() {
    if (!Files.exists(file)) {
      throw new InputException(file + ": no such book; camber tickets scan RUN begins one");
    }
    return TicketFile.read(file).entries();
  }
}
