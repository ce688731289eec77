package dev.lightfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementStoreTest {
  private static final String FINGERPRINT = "0123456789abcdef";

  @TempDir private Path folder;
  private AcknowledgementStore store;

  @BeforeEach
  void open() {
    store = new AcknowledgementStore(folder.resolve("data"));
  }

  private static Acknowledgement said(Target target, String reason) {
    return new Acknowledgement(
        target, reason, LocalDate.of(2026, 11, 23), Optional.empty(), OptionalInt.empty());
  }

  @Test
  void anEmptyFolderHoldsNoneAndStaysEmpty() throws IOException {
    assertThat(store.all()).isEmpty();
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void whatIsAddedIsThereForTheNextOne() throws IOException {
    Acknowledgement first = said(new Target.OfFinding(FINGERPRINT, "x"), "known");
    Acknowledgement second = said(new Target.OfRule("redirect", "*"), "old links");
    store.add(first);
    store.add(second);
    assertThat(new AcknowledgementStore(folder.resolve("data")).all())
        .containsExactly(first, second);
  }

  @Test
  void oneAboutTheSameTakesThePlaceOfTheOther() throws IOException {
    Acknowledgement first = said(new Target.OfFinding(FINGERPRINT, "x"), "known");
    Acknowledgement second = said(new Target.OfFinding(FINGERPRINT, ""), "still known");
    store.add(first);
    assertThat(store.add(second)).contains(first);
    assertThat(store.all()).containsExactly(second);
  }

  @Test
  void whatIsWithdrawnIsGone() throws IOException {
    Acknowledgement said = said(new Target.OfRule("redirect", "*"), "known");
    store.add(said);
    assertThat(store.withdraw(new Target.OfRule("redirect", "*"))).contains(said);
    assertThat(store.all()).isEmpty();
  }

  @Test
  void whatIsNotThereCannotBeWithdrawn() throws IOException {
    assertThat(store.withdraw(new Target.OfRule("redirect", "*"))).isEmpty();
  }

  @Test
  void moreThanCanBeReadAgainIsRefusedAsAWhole() throws IOException {
    Acknowledgement known = said(new Target.OfRule("redirect", "*"), "known");
    store.add(known);
    List<Acknowledgement> many =
        IntStream.range(0, 900)
            .mapToObj(i -> said(new Target.OfRule("redirect", "/" + i), "long ".repeat(300)))
            .toList();
    assertThatThrownBy(() -> store.addAll(many))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 1 MiB");
    assertThat(store.all()).containsExactly(known);
  }

  @Test
  void aDamagedFileIsNamedAndLeftAsItIs() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(store.file(), "{");
    assertThatThrownBy(() -> store.add(said(new Target.OfRule("redirect", "*"), "known")))
        .hasMessageContaining(store.file().toString())
        .hasMessageContaining("Line 1");
    assertThat(store.file()).hasContent("{");
  }
}
