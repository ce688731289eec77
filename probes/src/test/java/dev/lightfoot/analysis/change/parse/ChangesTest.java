package dev.lightfoot.analysis.change.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangesTest {
  private static ChangeFault fault(String... given) {
    return catchThrowableOfType(Refused.class, () -> Changes.of(List.of(given))).fault();
  }

  @Test
  void everyWordIsUnderstood() throws Refused {
    List<String> all =
        List.of(
            "tls=1.3",
            "http=2",
            "drop-redirect",
            "drop-redirect=/old",
            "rtt.database=2ms",
            "rtt.dns=1 ms",
            "rtt.shop.test=0.5ms",
            "move=cache:same-zone",
            "batch=SELECT shop_supplier",
            "merge-cache",
            "merge-cache=get",
            "cache-hit=top",
            "parallel=a,b",
            "early-hints",
            "compress=0.25",
            "preload=/font.woff2",
            "preconnect=static.shop.test",
            "no-queue",
            "drop=COUNT");
    assertThat(Changes.of(all).texts()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void severalAreMadeInTheOrderOfTheWire() throws Refused {
    assertThat(Changes.of(List.of("compress", "batch=x", "tls=1.3", "drop-redirect")).texts())
        .containsExactly("drop-redirect", "tls=1.3", "batch=x", "compress");
  }

  @Test
  void oneSetOfChangesIsTheSameHoweverItWasPutTogether() throws Refused {
    assertThat(Changes.of(List.of("batch=b", "tls=1.3", "batch=a")).texts())
        .isEqualTo(Changes.of(List.of("batch=a", "batch=b", "tls=1.3")).texts())
        .containsExactly("tls=1.3", "batch=a", "batch=b");
  }

  @Test
  void theGeneralIsMadeBeforeTheParticularOfItsKind() throws Refused {
    assertThat(Changes.of(List.of("rtt.shop.test=5ms", "rtt=20ms")).texts())
        .containsExactly("rtt=20ms", "rtt.shop.test=5ms");
  }

  @Test
  void anUnknownWordIsRefusedWithTheNearest() {
    assertThat(fault("kep-alive"))
        .isInstanceOfSatisfying(
            ChangeFault.UnknownWord.class, it -> assertThat(it.nearest()).startsWith("keep-alive"));
  }

  @Test
  void whatNobodyCanPredictIsRefusedWithItsReason() {
    assertThat(fault("index=shop_product(price)"))
        .isEqualTo(
            new ChangeFault.Unpredictable("index=shop_product(price)", ChangeFault.Kind.PLAN));
    assertThat(fault("workers=8"))
        .isEqualTo(new ChangeFault.Unpredictable("workers=8", ChangeFault.Kind.LOAD));
  }

  @Test
  void valuesThatAreNoneAreRefusedWithTheForm() {
    assertThat(fault("rtt=fast")).isEqualTo(new ChangeFault.WrongValue("rtt=fast", "rtt=20ms"));
    assertThat(fault("batch")).isEqualTo(new ChangeFault.WrongValue("batch", "batch=TEXT"));
    assertThat(fault("compress=3"))
        .isEqualTo(new ChangeFault.WrongValue("compress=3", "compress=0.3"));
    assertThat(fault("move=cache:moon")).isInstanceOf(ChangeFault.WrongValue.class);
    assertThat(fault("early-hints=yes"))
        .isEqualTo(new ChangeFault.WrongValue("early-hints=yes", "early-hints"));
  }

  @Test
  void changesThatExcludeEachOtherAreRefused() {
    assertThat(fault("resumed", "keep-alive"))
        .isEqualTo(new ChangeFault.Exclusive("keep-alive", "resumed"));
    assertThat(fault("rtt=1ms", "rtt=2ms")).isInstanceOf(ChangeFault.Exclusive.class);
    assertThat(fault("http=2", "http=3")).isInstanceOf(ChangeFault.Exclusive.class);
  }
}
