package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.SnapshotFinder;
import dev.lightfoot.model.Annotation;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot snapshot tag` and `lightfoot snapshot note`.
final class AnnotateCommands {
  private AnnotateCommands() {}

  @Command(
      name = "tag",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Adds tags to a saved snapshot, or takes them away.")
  static final class Tag extends StoreCommand {
    @Parameters(
        index = "0",
        paramLabel = "ID|NAME",
        description = "Its id, the beginning of its id, or its name.")
    private String reference = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "The tags.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--remove", description = "Take these tags away instead.")
    private boolean remove;

    Tag(Console console) {
      super(console);
    }

    @Override
    void run(Console console, SnapshotStore store) throws Refusal, IOException {
      StoredSnapshot found = SnapshotFinder.find(store, reference);
      List<String> wanted = new ArrayList<>(found.tags());
      if (remove) {
        for (String tag : tags) {
          if (!wanted.remove(tag)) {
            throw new Refusal("\"" + found.name() + "\" has no tag \"" + tag + "\".");
          }
        }
      } else {
        wanted.addAll(tags);
      }
      Annotation annotation = found.annotation().withTags(wanted);
      StoredSnapshot tagged = store.annotate(found.id(), annotation);
      console.tell(
          tagged.tags().isEmpty()
              ? "No tags on \"" + tagged.name() + "\", " + tagged.id() + "."
              : "Tags of \""
                  + tagged.name()
                  + "\", "
                  + tagged.id()
                  + ": "
                  + String.join(", ", tagged.tags())
                  + ".");
    }
  }

  @Command(
      name = "note",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Writes a note on a saved snapshot in place of the one it had.")
  static final class Note extends StoreCommand {
    @Parameters(
        index = "0",
        paramLabel = "ID|NAME",
        description = "Its id, the beginning of its id, or its name.")
    private String reference = "";

    @Parameters(
        index = "1",
        paramLabel = "TEXT",
        description = "The note; an empty text takes it away.")
    private String text = "";

    Note(Console console) {
      super(console);
    }

    @Override
    void run(Console console, SnapshotStore store) throws Refusal, IOException {
      StoredSnapshot found = SnapshotFinder.find(store, reference);
      StoredSnapshot noted =
          store.annotate(found.id(), found.annotation().withNote(Optional.of(text)));
      console.tell(
          (noted.note().isEmpty() ? "No note on \"" : "Noted on \"")
              + noted.name()
              + "\", "
              + noted.id()
              + ".");
    }
  }
}
