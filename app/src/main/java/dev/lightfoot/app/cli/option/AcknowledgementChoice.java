package dev.lightfoot.app.cli.option;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.codec.acknowledgement.AcknowledgementCodec;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is acknowledged: what the data folder holds, and a file beside it.
public final class AcknowledgementChoice {
  @Option(
      names = "--acknowledgements",
      paramLabel = "FILE",
      description =
          "Findings that are acknowledged, beside those of the data folder; lightfoot findings"
              + " acknowledged --export FILE writes such a file.")
  private @Nullable Path file;

  /// The files that are read: that of the data folder, and one that was given.
  public List<String> files(DataFolderChoice dataFolder) {
    return Stream.concat(
            Stream.of(dataFolder.acknowledgements().file()), Optional.ofNullable(file).stream())
        .map(Path::toString)
        .toList();
  }

  /// Findings with those told apart that are acknowledged.
  public Sifted sift(Findings findings, DataFolderChoice dataFolder, Console console)
      throws Refusal {
    List<Acknowledgement> all = new ArrayList<>();
    if (file != null) {
      all.addAll(read(file));
    }
    all.addAll(dataFolder.acknowledged(console));
    return Sifted.of(findings, all, LocalDate.now(ZoneId.systemDefault()));
  }

  /// What a file of acknowledgements says.
  public static List<Acknowledgement> read(Path file) throws Refusal {
    try (InputStream in = Files.newInputStream(file)) {
      return AcknowledgementCodec.decode(in.readNBytes(AcknowledgementCodec.MAX_BYTES + 1));
    } catch (LocatedFormatException e) {
      throw new Refusal(file + " does not say what is acknowledged. " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new Refusal("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
